"""Operations as data: what the generated code declares,
and what is prepared from it once."""
