namespace PartyRules.Clauses.Core;

/// <summary>A stage in which a year is worked out. The facts of one are complete before the next begins.</summary>
internal enum Stage
{
    /// <summary>Which entries count.</summary>
    Records,

    /// <summary>From the entries of one subject in one period to its total.</summary>
    Points,

    /// <summary>From the totals of one subject's rounds to that of the year.</summary>
    Rounds,

    /// <summary>From the totals of a pool to places.</summary>
    Pool,

    /// <summary>From the totals of a pool to the shares that meet a target.</summary>
    Shares,

    /// <summary>From totals and places of one subject to grades, marks, what follows, and assessments.</summary>
    Standing,
}

/// <summary>The parts of an explanation, in their order.</summary>
internal enum Chapter
{
    /// <summary>Who is left out, and why.</summary>
    Exemptions,

    /// <summary>The components with what was earned in them.</summary>
    Components,

    /// <summary>How far procedures have come.</summary>
    Procedures,

    /// <summary>The numbers that clauses look at by name.</summary>
    Measures,

    /// <summary>What stopped counting.</summary>
    Records,

    /// <summary>How the total came about.</summary>
    Total,

    /// <summary>The grade.</summary>
    Grade,

    /// <summary>The pool: its shares, and the place in it.</summary>
    Pool,

    /// <summary>What follows.</summary>
    Outcomes,
}
