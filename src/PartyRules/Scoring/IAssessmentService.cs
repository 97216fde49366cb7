using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>What an application asks of the <see cref="AssessmentService"/>: so that its tests can put another in its place.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IAssessmentService
{
    /// <summary>The identifiers of the schemes that the application offers, ordinally.</summary>
    IReadOnlyList<string> SchemeIds { get; }

    /// <summary>The versions of a scheme as they are now. Nothing is compiled for it.</summary>
    /// <param name="schemeId">The scheme's identifier.</param>
    /// <exception cref="ProblemException">There is no such scheme; the problem names the nearest.</exception>
    SchemeVersions VersionsOf(string schemeId);

    /// <summary>The scorer of a scheme as it is now, with the rules that were added to it.</summary>
    /// <param name="schemeId">The scheme's identifier.</param>
    /// <exception cref="ProblemException">
    /// There is no such scheme, and the problem names the nearest; or it asks for rules in code that were not added.
    /// </exception>
    IScorer For(string schemeId);
}
