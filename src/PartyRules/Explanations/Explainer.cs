using PartyRules.Diagnostics;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <summary>Tells how an assessment came about, so that a clerk can check it by hand and a member can contest every point.</summary>
/// <remarks>Thread-safe. The text depends on the assessment and the language alone.</remarks>
public static class Explainer
{
    internal static MessageCatalog Texts { get; } = MessageCatalog.OfClauses("Explanations");

    /// <summary>Explains an assessment line by line.</summary>
    /// <param name="assessment">An assessment that carries its derivation.</param>
    /// <param name="language">The language.</param>
    /// <returns>Lines ended by line feeds.</returns>
    /// <exception cref="ArgumentException">The assessment carries no derivation: ask the scorer for it.</exception>
    public static string Explain(Assessment assessment, Language language)
    {
        if (assessment.Derivation is not { } derivation)
            throw new ArgumentException("The assessment carries no derivation. Set ScorerOptions.Derivations.", nameof(assessment));
        return new Account(assessment, new FactsOf(derivation), language).Write();
    }
}
