using PartyRules.Diagnostics;

namespace PartyRules.Hosting;

/// <summary>What a host's configuration says of the library, in a section that is usually called <c>PartyRules</c>.</summary>
/// <remarks>
/// The keys of the section are the names of the properties. Rules are code, and are added in code. Not thread-safe while it is set up.
/// </remarks>
public sealed class PartyRulesSettings
{
    /// <summary>
    /// Files and folders of schemes, beside those that are added in code; none by default. Relative ones are looked for from the host's
    /// content root. They are watched, and read anew when they change. Several files may be versions of one scheme.
    /// </summary>
    public IList<string> Schemes { get; } = [];

    /// <summary>
    /// The identifiers of the schemes that the application offers: built in, from <see cref="Schemes"/>, or added in code; empty, the
    /// default, for all there are.
    /// </summary>
    public IList<string> Offers { get; } = [];

    /// <summary>Whether assessments carry their derivation; null, the default, for what is set in code.</summary>
    public bool? Derivations { get; set; }

    /// <summary>The day as of which subjects are judged, such as <c>2026-06-30</c>; null, the default, for what is set in code.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>What is wrong with the section.</summary>
    internal List<Problem> Problems { get; } = [];
}
