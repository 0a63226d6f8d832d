"""Operations: the arguments of methods,
and the constants that describe what is sent and what comes back."""
