using PartyRules.Arithmetic;
using PartyRules.Clauses.Years;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>How rounds make a year, and which rows clauses are about.</content>
internal sealed partial class SchemeResolver
{
    private YearClause ResolveYear(YearDocument from)
    {
        var sum = from.Weights.Sum(weight => weight.ToDecimal());
        var isSum = from.Weights.All(weight => weight == 100);
        if (round == PeriodKind.Year)
            Report("scheme.year-of-years", "$.year", string.Join(", ", Rounds.Keys.Where(word => word != "year")));
        else if (from.Weights.Count != Period.CountPerYear(round))
            Report("scheme.year-rounds", "$.year.weights", document.Round, Period.CountPerYear(round), from.Weights.Count);
        if (from.Weights.Any(weight => weight < 0) || (sum != 100 && !isSum))
            Report("scheme.year-weights", "$.year.weights", sum);
        return new YearClause(from.Weights, isSum, Word("$.year.missing", from.Missing, MissingParts), rounding ?? Rounding.None, Cite(from.Cites, "$.year.cites"));
    }

    private Rows RowsOf(string word, string path)
    {
        var rows = Word(path, word, new Dictionary<string, Rows>(StringComparer.Ordinal) { ["round"] = Rows.Round, ["year"] = Rows.Year, ["both"] = Rows.Both });
        if (rows != Rows.Round && document.Year is null)
            Report("scheme.year-without-total", path);
        return rows;
    }

    /// <summary>A condition on a grade or rank stands where rows carry one.</summary>
    private void CheckRow(Condition condition, bool onYear, string path)
    {
        var missing = onYear ? "round" : "year";
        if (condition.Needs.HasFlag(Needs.Grade) && document.Grades is { } grades && grades.On == missing)
            Report("scheme.not-on-row", path, "grades");
        if (condition.Needs.HasFlag(Needs.Rank) && document.Ranking is { } ranking && ranking.On == missing)
            Report("scheme.not-on-row", path, "ranking");
    }
}
