namespace PartyRules.Arithmetic;

/// <summary>What an evaluator without a rating means.</summary>
internal enum MissingPart
{
    /// <summary>The result is incomplete.</summary>
    Incomplete,

    /// <summary>The others' weights grow.</summary>
    LeftOut,

    /// <summary>It counts zero.</summary>
    Zero,
}
