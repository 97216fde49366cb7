using PartyRules.Arithmetic;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Years;

/// <summary>How rounds make the year.</summary>
internal sealed class YearsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "year";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Total;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<YearDocument>(Key) is not { } from)
            return;
        if (at.Round == PeriodKind.Year && EnumWords<RoundWord>.Members.ContainsKey(at.Head.Round))
            at.Report("scheme.year-of-years", "$.year", string.Join(", ", RowReading.ShorterRounds));
        if (from.Take is null == from.Weights is null)
            at.Report("scheme.exactly-one", "$.year", "take, weights");
        var rounds = Period.CountPerYear(at.Round);
        var isSum = from.Take is { } word && at.Word<RoundsTaken>("$.year.take", word) == RoundsTaken.Sum;
        var (weights, whole) = ((IReadOnlyList<Points>)[.. Enumerable.Repeat((Points)1, rounds)], isSum ? 1 : (Points)rounds);
        if (from.Weights is { } stated)
            (weights, whole, isSum) = (stated, 100, IsSum(at, stated, rounds));
        at.Clauses.Add(new YearClause(
            weights,
            whole,
            isSum,
            at.Word<MissingPart>("$.year.missing", from.Missing),
            at.Rounding,
            at.FirstMonth,
            at.Cite(from.Cites, "$.year.cites"))
        {
            LeavesOutNotHeld = from.NotHeld is { } notHeld && at.Word<NotHeldWord>("$.year.notHeld", notHeld) == NotHeldWord.LeftOut,
        });
    }

    /// <summary>Checks weights, and says whether they add rounds up.</summary>
    private static bool IsSum(Resolving at, IReadOnlyList<Points> weights, int rounds)
    {
        var sum = weights.Sum(weight => weight.ToDecimal());
        var isSum = weights.All(weight => weight == 100);
        if (at.Round != PeriodKind.Year && weights.Count != rounds)
            at.Report("scheme.year-rounds", "$.year.weights", at.Head.Round, rounds, weights.Count);
        if (weights.Any(weight => weight < 0) || (sum != 100 && !isSum))
            at.Report("scheme.year-weights", "$.year.weights", sum);
        return isSum;
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        if (scheme.Year is not null)
            yield return (Stage.Rounds, new RoundsMakeYear());
        if (scheme.ComparesSubjects)
            yield return (Stage.Standing, new YearIsAssessed());
    }

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) =>
        stage == Stage.Rounds && scheme.Year is { } year ? [year] : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        if (!account.IsYearOfRounds)
            return;
        var assessment = account.Assessment;
        if (assessment.Total is { } total && assessment.Scheme.Year is { } year)
            TellTotal(account, total, year);
        else if (account.Facts.Of<YearCase>().FirstOrDefault() is { } incomplete)
            TellLacking(account, incomplete);
    }

    private static void TellTotal(Telling account, Points total, YearClause year)
    {
        var rounds = account.Facts.Of<Total>().Where(known => known.Dossier.Period == account.Assessment.Period)
            .SelectMany(known => known.Rounds).ToDictionary(round => round.Dossier.Period);
        var leftOut = account.Facts.Of<Total>().SelectMany(known => known.LeftOut).ToHashSet();
        foreach (var period in account.Assessment.Scheme.RoundsOf(account.Assessment.Period.Year))
        {
            var weight = year.WeightOf(period);
            if (rounds.TryGetValue(period, out var round))
                account.Line(
                    year.IsSum ? "year.added" : year.Whole == 100 ? "weighed" : "year.one-of", period, round.Points, weight, year.Whole);
            else if (leftOut.Contains(period))
                account.Line("year.held-by-nobody", period);
            else
                account.Line(year.IsSum || year.Missing == MissingPart.Zero ? "year.zero" : "year.left-out", period, weight);
        }

        account.Line("total.year", total, account.Cited(year.Cites));
    }

    /// <summary>Tells which rounds were not held, why not, and which have no total where the year needs one of each.</summary>
    private static void TellLacking(Telling account, YearCase year)
    {
        var (open, empty) = (
            year.NotHeld.Where(round => round.End > year.Dossier.Until).ToList(),
            year.NotHeld.Where(round => !(round.End > year.Dossier.Until)).ToList());
        if (empty.Count > 0)
            account.Line("year.not-held", string.Join(account.Text("list.separator"), empty));
        if (open.Count > 0)
            account.Line("year.not-over", string.Join(account.Text("list.separator"), open));
        if (account.Assessment.Scheme.Year is not { } clause)
            return;
        if (year.IsComplete && year.Lacking.Count > 0)
            account.Line("year.lacking", string.Join(account.Text("list.separator"), year.Lacking));
        account.Line("year.no-total", account.Cited(clause.Cites));
    }
}

/// <summary>How clauses say whether they are about rounds or the year.</summary>
internal static class RowReading
{
    /// <summary>The words for rounds shorter than a year.</summary>
    public static IEnumerable<string> ShorterRounds =>
        EnumWords.Of(typeof(RoundWord)).Select(word => word.Word).Where(word => word != "year");

    /// <summary>Which rows a clause is about.</summary>
    public static Rows RowsOf(this Resolving at, string word, string path)
    {
        var rows = at.Word<Rows>(path, word);
        if (rows != Rows.Round && !at.Has("year"))
            at.Report("scheme.year-without-total", path);
        return rows;
    }

    /// <summary>Checks that a condition finds on a row what it needs.</summary>
    public static void CheckRow(this Resolving at, Condition condition, bool onYear, string path)
    {
        var missing = onYear ? Rows.Round : Rows.Year;
        if (condition.Needs.HasFlag(Needs.Grade) && at.Clauses.One<GradeScale>()?.On == missing)
            at.Report("scheme.not-on-row", path, "grades");
        var rankings = LookedAt.RankingsOf(condition);
        if (at.Clauses.Of<RankingClause>().FirstOrDefault(ranking => ranking.On == missing && rankings.Contains(ranking.Id)) is { } other)
            at.Report("scheme.not-on-row", path, other.Id.Length == 0 ? "ranking" : "rankings");
        if (onYear && condition.Needs.HasFlag(Needs.Round))
            at.Report("scheme.round-on-year", path);
    }
}
