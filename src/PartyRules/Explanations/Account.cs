using PartyRules.Clauses.Conditions;
using PartyRules.Conditions;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <summary>An assessment told line by line; each kind of clause tells its own part.</summary>
internal sealed partial class Account(Assessment assessment, FactsOf facts, Language language)
{
    private readonly List<string> lines = [];
    private readonly ConditionText conditions = new(Explainer.Texts, language, assessment.Scheme);

    public string Write()
    {
        var scheme = assessment.Scheme;
        Line("title", assessment.Subject.ToString(), assessment.Period, scheme.Name, scheme.ToString(), scheme.ContentHash[..12]);
        Line("source", scheme.Source);
        Line($"status.{assessment.Status}");
        WriteExemptions();
        foreach (var score in assessment.Components)
            WriteComponent(score);
        WriteLapsed();
        WriteTotal();
        WriteYear();
        WriteGrade();
        WriteShares();
        WriteRank();
        WriteOutcomes("proposals", [.. assessment.Awards, .. assessment.Recommendations, .. assessment.Measures]);
        WriteOutcomes("findings", assessment.Findings);
        WritePassedOver();
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Clauses that were looked at and did not apply, with what they ask for.</summary>
    private void WritePassedOver()
    {
        if (assessment.Status != AssessmentStatus.Assessed)
            return;
        var isYearRow = assessment.Scheme.HasRounds && assessment.Period.Kind == PeriodKind.Year;
        List<(LocalText Name, Condition When, Citation Cites)> passed = isYearRow ? [] : [.. ExemptionsPassedOver(), .. ForcedGradesPassedOver()];
        passed.AddRange(OutcomesPassedOver(isYearRow));
        if (passed.Count == 0)
            return;
        Line("passed-over");
        foreach (var (name, when, cites) in passed)
            Line("passed-over.clause", name, conditions.Of(when), cites.Clause);
    }

    private string Cited(Citation citation) =>
        Explainer.Texts.In(language, citation.IsChoice ? "cited.choice" : "cited", Holding("clause.holding", citation.Clause, citation.From, citation.To), citation.Text);

    /// <summary>An amount or a clause, and where it does not always hold, from when and until when it does.</summary>
    private string Holding(string key, object amount, DateOnly? from, DateOnly? to)
    {
        var dates = (from, to) switch
        {
            (null, null) => "",
            (not null, null) => "from",
            (null, not null) => "until",
            _ => "between",
        };
        return dates.Length == 0 ? $"{amount}" : Explainer.Texts.In(language, key, amount, Explainer.Texts.In(language, dates, $"{from:O}", $"{to:O}"));
    }

    private static string Signed(Points points) => points > 0 ? $"+{points}" : points.ToString();

    private void Line(string key, params object?[] arguments) => lines.Add(Explainer.Texts.In(language, key, arguments));
}
