namespace PartyRules.Conditions;

/// <summary>Holds where every part holds.</summary>
/// <remarks>Parts are asked in their order, no further than the answer needs. Immutable and thread-safe.</remarks>
internal sealed record AllCondition(IReadOnlyList<Condition> Parts) : Condition
{
    private readonly Condition[] parts = [.. Parts];

    /// <inheritdoc/>
    internal override Needs Needs { get; } = Parts.Aggregate(Needs.None, (needs, part) => needs | part.Needs);

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        foreach (var part in parts)
            part.LookAt(facts);
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        foreach (var part in parts)
        {
            if (!part.Holds(known))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    internal override bool Fails(in Known known)
    {
        foreach (var part in parts)
        {
            if (part.Fails(known))
                return true;
        }

        return false;
    }
}

/// <summary>Holds where at least one part holds.</summary>
/// <remarks>Parts are asked in their order, no further than the answer needs. Immutable and thread-safe.</remarks>
internal sealed record AnyCondition(IReadOnlyList<Condition> Parts) : Condition
{
    private readonly Condition[] parts = [.. Parts];

    /// <inheritdoc/>
    internal override Needs Needs { get; } = Parts.Aggregate(Needs.None, (needs, part) => needs | part.Needs);

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        foreach (var part in parts)
            part.LookAt(facts);
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        foreach (var part in parts)
        {
            if (part.Holds(known))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    internal override bool Fails(in Known known)
    {
        foreach (var part in parts)
        {
            if (!part.Fails(known))
                return false;
        }

        return true;
    }
}

/// <summary>Holds where its part does not.</summary>
/// <remarks>Immutable and thread-safe. It holds too where what its part asks for is not known.</remarks>
internal sealed record NotCondition(Condition Part) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Part.Needs;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => Part.LookAt(facts);

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => Part.Fails(known);

    /// <inheritdoc/>
    internal override bool Fails(in Known known) => Part.Holds(known);
}
