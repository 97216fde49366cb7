namespace PartyRules.Architecture.Tests.Reading;

/// <summary>A type as it stands in an assembly: a nested one, or one that the compiler makes, counts for the type around it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
internal sealed record CompiledType(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}

/// <summary>That one type knows another.</summary>
/// <param name="From">Who knows.</param>
/// <param name="Member">Where it does: a member's name, or what else of the type.</param>
/// <param name="To">Who is known.</param>
internal sealed record Arrow(CompiledType From, string Member, CompiledType To)
{
    public override string ToString() => $"{From}, {Member} -> {To}";
}
