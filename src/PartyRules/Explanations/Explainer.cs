using System.Globalization;
using PartyRules.Clauses;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <summary>Tells how an assessment came about, so that a clerk can check it by hand and a member can contest every point.</summary>
/// <remarks>Thread-safe. The text depends on the assessment and the language alone.</remarks>
public static class Explainer
{
    /// <summary>Explains an assessment line by line.</summary>
    /// <param name="assessment">An assessment that carries its derivation.</param>
    /// <param name="language">The language.</param>
    /// <returns>Lines ended by line feeds.</returns>
    /// <exception cref="ArgumentException">The assessment carries no derivation: ask the scorer for it.</exception>
    public static string Explain(Assessment assessment, Language language)
    {
        if (assessment.Derivation is not { } derivation)
            throw new ArgumentException("The assessment carries no derivation. Set ScorerOptions.Derivations.", nameof(assessment));
        return Tell(new Telling(assessment, new FactsOf(derivation), language));
    }

    private static string Tell(Telling account)
    {
        var (assessment, scheme) = (account.Assessment, account.Assessment.Scheme);
        account.Line("title", assessment.Subject.ToString(), assessment.Period, scheme.Name, scheme.ToString(), scheme.ContentHash[..12]);
        account.Line("source", scheme.Source);
        if (assessment.AsOf is { } day)
            account.Line("as-of", day.ToString("O", CultureInfo.InvariantCulture));
        account.Line($"status.{assessment.Status}");
        foreach (var kind in ClauseKinds.All.Where(kind => kind.Chapter is not null).OrderBy(kind => kind.Chapter))
            kind.Tell(account);
        if (assessment.Status == AssessmentStatus.Assessed)
            TellPassedOver(account);
        return account.ToString();
    }

    /// <summary>Tells the clauses that were looked at and did not apply, with what they ask for.</summary>
    private static void TellPassedOver(Telling account)
    {
        var passed = ClauseKinds.All.Where(kind => kind.Chapter is not null).OrderBy(kind => kind.Chapter)
            .SelectMany(kind => kind.PassedOver(account)).ToList();
        if (passed.Count > 0)
            account.Line("passed-over");
        foreach (var (name, when, cites) in passed)
            account.Line("passed-over.clause", name, account.Conditions.Of(when), cites.Clause);
    }
}
