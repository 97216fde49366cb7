namespace PartyRules.Architecture.Tests.Reading;

/// <summary>What of a project is not as it is drawn.</summary>
internal static class Breaches
{
    /// <summary>Arrows that run up, or to another room of the same floor; each with both floors.</summary>
    public static IEnumerable<string> Of(Drawing drawing, CompiledProject project) =>
        from arrow in project.Arrows
        let above = drawing.FloorOfType(arrow.From)
        let below = drawing.FloorOfType(arrow.To)
        where above <= below && arrow.From.Namespace != arrow.To.Namespace
        select $"{arrow} (floor {above} -> {below})";
}
