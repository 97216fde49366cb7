namespace PartyRules.InCode;

/// <summary>What a rule set takes and gives, as types of fact.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleContract
{
    internal RuleContract(IReadOnlyList<Type> reads, IReadOnlyList<Type> yields, IReadOnlyList<Type> mayBeGiven) =>
        (Reads, Yields, MayBeGiven) = (reads, yields, mayBeGiven);

    /// <summary>The facts that it reads; a host's own types among them, where they were mapped.</summary>
    public IReadOnlyList<Type> Reads { get; }

    /// <summary>The facts that it yields; the last is the <see cref="Results.Assessment"/> with all of them.</summary>
    public IReadOnlyList<Type> Yields { get; }

    /// <summary>Those that it yields and that rules of a host may yield as well, in an open session or beside the compiled rules.</summary>
    public IReadOnlyList<Type> MayBeGiven { get; }
}
