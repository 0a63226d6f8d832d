"""The passes between the document's Api and the one that targets see.

Each is a function `(api, notebook) -> Api` in a file of its own, which changes nothing in place.
Why they come in this order:

1. `note_unused` has to see what is used as it is written; `fit_client_options` needs no other.
2. `hoist` names what is nested, so that all later passes see flat declarations and shallow types.
3. `simplify` takes null out of declarations, so that merging and choosing needn't think of it.
4. `compose` merges allOf, once everything that it merges is named and null is out of the way.
5. `extend_families` needs the parents that merging found.
6. `mark_demands` looks at what is said of all models, before any alias of them is gone.
7. `extend_models` compares finished members, and `unite` should see each shape once.
8. `loosen` makes lists of tuples that may be longer or shorter, once merging has told which.
9. `unite` joins variants that needn't be told apart, the families' unions among them.
10. `prune` drops what nothing reaches, before it takes a name or anything is said about it.
11. `hoist` once more names what joining made: lists of unions, out of unions of lists.
12. `discriminate` chooses strategies for the unions that are left.
13. `identify` names resources and methods, and `own` needs the resources.
14. `paginate` looks at finished types, and nothing depends on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.refine.allof.compose import compose
from generator.refine.allof.dependent_required import mark_demands
from generator.refine.allof.inheritance import extend_families
from generator.refine.allof.subclasses import extend_models
from generator.refine.hoist.hoist import hoist
from generator.refine.operations.client_options import fit_client_options
from generator.refine.operations.form_bodies import fit_forms
from generator.refine.operations.identify import identify
from generator.refine.operations.paginate import paginate
from generator.refine.ownership import own
from generator.refine.prune import prune
from generator.refine.unions.discriminate import discriminate
from generator.refine.unions.join import unite
from generator.refine.unions.normalize import simplify
from generator.refine.unions.tuples import loosen
from generator.refine.unused import note_unused

Pass: TypeAlias = Callable[[Api, Notebook], Api]

PASSES: tuple[Pass, ...] = (
    note_unused,
    fit_client_options,
    hoist,
    simplify,
    compose,
    extend_families,
    mark_demands,
    extend_models,
    loosen,
    unite,
    fit_forms,
    prune,
    hoist,
    discriminate,
    identify,
    own,
    paginate,
)


def refine(api: Api, notebook: Notebook) -> Api:
    """Turn what a document says into what a target can render.

    Args:
        api: As the reader made it.
        notebook: Takes what is found on the way.

    Returns:
        An Api without `Inline`, `Compound` and `Undecided`, whose references all resolve and whose
        tuples are exact.
    """
    for step in PASSES:
        api = step(api, notebook)
    return api
