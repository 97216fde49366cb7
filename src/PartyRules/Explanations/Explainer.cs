using System.Globalization;
using PartyRules.Clauses;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

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
        ArgumentNullException.ThrowIfNull(assessment);
        return Tell(Begin(assessment, language));
    }

    /// <summary>
    /// Tells the clauses that ask for something in their own words, each condition with what this subject has of it: ✓ where it holds, ✗
    /// where it does not, and · where that is not decided here, such as by marks of other rounds or by what may still come.
    /// </summary>
    /// <param name="assessment">An assessment that carries its derivation.</param>
    /// <param name="language">The language.</param>
    /// <returns>Lines ended by line feeds.</returns>
    /// <exception cref="ArgumentException">The assessment carries no derivation: ask the scorer for it.</exception>
    public static string ClauseByClause(Assessment assessment, Language language)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var account = Begin(assessment, language);
        foreach (var kind in Told.Where(kind => kind.Chapter is Chapter.Total or Chapter.Grade))
            kind.Tell(account);
        account.Line("text");
        foreach (var demand in Told.SelectMany(kind => kind.DemandsOf(account)))
            account.TellText(demand);
        return account.ToString();
    }

    /// <summary>Explains why an assessment has not a certain grade or outcome: what each clause asks for that could give it.</summary>
    /// <param name="assessment">An assessment that carries its derivation.</param>
    /// <param name="code">The code of the grade or outcome: one of <see cref="CodesOf"/>.</param>
    /// <param name="language">The language.</param>
    /// <returns>
    /// Lines ended by line feeds. Where the subject was not assessed they say why; where the assessment has what is asked, they say so.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The scheme has no clause that gives it, or the assessment carries no derivation: ask the scorer for it.
    /// </exception>
    public static string WhyNot(Assessment assessment, string code, Language language)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (!CodesOf(assessment.Scheme).Contains(code))
            throw new ArgumentException($"No clause of the scheme '{assessment.Scheme.Id}' gives '{code}'.", nameof(code));
        var account = Begin(assessment, language);
        if (Has(assessment, code))
            account.Line("why-not.given", code);
        else
            TellWhyNot(account, code);
        return account.ToString();
    }

    /// <summary>The codes of the grades and outcomes that a scheme's clauses can give: those one may ask about.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>Each once, grades first, in the order of the scheme.</returns>
    public static IReadOnlyList<string> CodesOf(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return [.. Told.SelectMany(kind => kind.CodesOf(scheme)).Distinct()];
    }

    private static IEnumerable<ClauseKind> Told =>
        ClauseKinds.All.Where(kind => kind.Chapter is not null).OrderBy(kind => kind.Chapter);

    private static void TellWhyNot(Telling account, string code)
    {
        var isAssessed = account.Assessment.Status == AssessmentStatus.Assessed;
        foreach (var kind in Told.Where(kind => !isAssessed || kind.Chapter is Chapter.Total or Chapter.Grade or Chapter.Pool))
            kind.Tell(account);
        account.Line("why-not", code);
        if (!isAssessed)
            account.Line("why-not.not-assessed");
        foreach (var kind in ClauseKinds.All.Where(kind => isAssessed))
            kind.TellWhyNot(account, code);
    }

    private static bool Has(Assessment assessment, string code) => assessment.Grade?.Id == code
        || new[] { assessment.Awards, assessment.Recommendations, assessment.Measures, assessment.Findings }
            .Any(outcomes => outcomes.Any(outcome => outcome.Code == code));

    private static Telling Begin(Assessment assessment, Language language)
    {
        if (assessment.Derivation is not { } derivation)
            throw new ArgumentException("The assessment carries no derivation. Set ScorerOptions.Derivations.", nameof(assessment));
        var (account, scheme) = (new Telling(assessment, new FactsOf(derivation), language), assessment.Scheme);
        account.Line("title", assessment.Subject.ToString(), assessment.Period, scheme.Name, scheme.ToString(), scheme.ContentHash[..12]);
        account.Line("source", scheme.Source);
        if (scheme.BeginsWithin(assessment.Period.Year) is { } first)
            account.Line("begins", first.ToString("O", CultureInfo.InvariantCulture), assessment.Period);
        if (assessment.AsOf is { } day)
        {
            var key = day < assessment.Period.End ? "as-of.open" : "as-of";
            account.Line(key, day.ToString("O", CultureInfo.InvariantCulture));
        }

        account.Line($"status.{assessment.Status}");
        return account;
    }

    private static string Tell(Telling account)
    {
        var assessment = account.Assessment;
        foreach (var kind in Told)
            kind.Tell(account);
        if (assessment.Status == AssessmentStatus.Assessed)
            TellPassedOver(account);
        return account.ToString();
    }

    /// <summary>Tells the clauses that were looked at and did not apply, with what they ask for.</summary>
    private static void TellPassedOver(Telling account)
    {
        var passed = Told.SelectMany(kind => kind.DemandsOf(account)).Where(demand => !demand.Applied).ToList();
        if (passed.Count > 0)
            account.Line("passed-over");
        foreach (var (name, when, cites, _, _) in passed)
        {
            var key = account.IsUndecided(when) ? "passed-over.undecided" : "passed-over.clause";
            account.Line(key, name, account.Conditions.Of(when), cites.Clause);
        }
    }
}
