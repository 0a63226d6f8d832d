"""The passes between the document's Api and the one that targets see.

Each is a function `(api, notebook) -> Api` in a file of its own, which changes nothing in place.
Nothing else rewrites an Api. Why they come in this order:

1. `flatten` brings types, which the reader leaves as they are written, into the normal form that
   all others rely on.
2. `unroll` rewrites what is defined by itself, and refuses what nothing is left of; so
3. `leave_out_unread` comes after it, and before any pass that follows a reference.
4. `note_unused` needs what is used as it is written; `check_client_options` needs no other.
5. `hoist` names what is nested, so that all later passes have flat declarations and shallow types.
6. `normalize` takes null out of declarations, so that merging and choosing needn't handle it.
7. `compose` merges allOf, once everything that it merges is named and null is out of the way.
8. `expand_inheritance` needs the parents that merging found.
9. `mark_dependent_required` reads the constraints of models, before any alias of them is gone.
10. `find_subclasses` compares finished members, so that `join_unions` has each shape once.
11. `widen_tuples` makes lists of inexact tuples, once merging has intersected them.
12. `hoist` names the unions in such lists, as it has those in others, before
13. `join_unions` joins variants that needn't be distinguished, those of inheritance among them.
14. `normalize` once more, since joining takes null out of variants of declarations.
15. `restrict_forms` leaves a form's body what can be sent, out of unions that are final.
16. `prune` leaves out what nothing reaches, before it takes a name or anything is said about it.
17. `collect_events` unites the payloads that are left of signed webhooks.
18. `hoist` names what joining made: lists of unions, out of unions of lists.
19. `discriminate` chooses strategies for the unions that are left.
20. `close_topics` needs the values that tell events apart.
21. `inline_unnamed` puts back what was hoisted, and needs no name now that strategies are known.
22. `find_body_variants` compares members of unions that are final.
23. `identify` names resources and methods, and `assign_owners` needs the resources.
24. `check_fixed_methods` needs these names, and what tells variants apart.
25. `paginate` checks finished types.
26. `check_waits` refuses what is paged.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.refine.allof.compose import compose
from generator.refine.allof.dependent_required import mark_dependent_required
from generator.refine.allof.inheritance import expand_inheritance
from generator.refine.allof.subclasses import find_subclasses
from generator.refine.extensions.method_bodies import check_fixed_methods
from generator.refine.extensions.paginate import paginate
from generator.refine.extensions.waits import check_waits
from generator.refine.extensions.webhook_events import close_topics, collect_events
from generator.refine.graph.refused import leave_out_unread
from generator.refine.graph.unroll import unroll
from generator.refine.hoist.hoist import hoist
from generator.refine.hoist.inline import inline_unnamed
from generator.refine.operations.body_variants import find_body_variants
from generator.refine.operations.client_options import check_client_options
from generator.refine.operations.form_bodies import restrict_forms
from generator.refine.operations.identify import identify
from generator.refine.ownership import assign_owners
from generator.refine.prune import prune
from generator.refine.unions.discriminate import discriminate
from generator.refine.unions.flatten import flatten
from generator.refine.unions.join import join_unions
from generator.refine.unions.normalize import normalize
from generator.refine.unions.tuples import widen_tuples
from generator.refine.unused import note_unused

Pass: TypeAlias = Callable[[Api, Notebook], Api]

PASSES: tuple[Pass, ...] = (
    flatten,
    unroll,
    leave_out_unread,
    note_unused,
    check_client_options,
    hoist,
    normalize,
    compose,
    expand_inheritance,
    mark_dependent_required,
    find_subclasses,
    widen_tuples,
    hoist,
    join_unions,
    normalize,
    restrict_forms,
    prune,
    collect_events,
    hoist,
    discriminate,
    close_topics,
    inline_unnamed,
    find_body_variants,
    identify,
    assign_owners,
    check_fixed_methods,
    paginate,
    check_waits,
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
