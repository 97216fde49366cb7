using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Amounts;

/// <summary>How amounts are read.</summary>
internal static class AmountReading
{
    /// <summary>Reads an amount; null for none.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="from">The document.</param>
    /// <param name="path">Where it stands.</param>
    public static Amount? Amount(this Resolving at, StatedAmount? from, string path)
    {
        if (from is null)
            return null;
        if (from.Is is { } same)
            return new Amount(same);
        var isDecidable = true;
        var cases = Resolving.Each(path, from.Cases, (row, place) => new AmountCase(
            row.When is null ? null : Condition(row, place),
            row.Is,
            row.Cites is null ? null : at.Cite(row.Cites, $"{place}.cites")));
        if (isDecidable)
            at.CheckCases(cases, path);
        return new Amount(cases);

        Condition Condition(AmountCaseDocument row, string place)
        {
            var when = at.Condition(row.When!, $"{place}.when", Needs.None);
            if (Cells.MayAsk(when))
                return when;
            isDecidable = false;
            at.Report("scheme.amount-early", $"{place}.when");
            return when;
        }
    }

    /// <summary>Whether several amounts that hold together meet a demand for each subject.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="amounts">The amounts.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="isMet">The demand, of what the amounts are for a subject, in their order.</param>
    public static bool AlwaysMeet(this Resolving at, IReadOnlyList<Amount?> amounts, string path, Func<Points?[], bool> isMet)
    {
        var cells = at.CellsOf(amounts.OfType<Amount>().SelectMany(amount => amount.Cases));
        if (cells is null || cells.AreTooMany)
        {
            if (cells is not null && amounts.All(amount => amount is null || at.CellsOf(amount.Cases) is { AreTooMany: false }))
                at.Report("scheme.amount-many", path);
            return true;
        }

        foreach (var holds in cells.All())
        {
            var figures = amounts.Select(amount => amount is null ? null : FigureIn(amount, holds)).ToArray();
            if (!isMet(figures))
                return false;
        }

        return true;
    }

    private static Points? FigureIn(Amount amount, Func<Condition, bool> holds) => amount.IsSame
        ? amount.Least
        : amount.Cases.OrderBy(row => row.When is null).FirstOrDefault(row => row.When is null || holds(row.When))?.Is;

    /// <summary>Exactly one case holds for each subject; where one has no condition, it holds for whom no other does.</summary>
    private static void CheckCases(this Resolving at, IReadOnlyList<AmountCase> cases, string path)
    {
        if (at.CellsOf(cases) is not { } cells)
            return;
        if (cells.AreTooMany)
        {
            at.Report("scheme.amount-many", path);
            return;
        }

        var hasOthers = cases.Any(row => row.When is null);
        foreach (var holds in cells.All())
        {
            var rows = cases.Index().Where(row => row.Item.When is { } when && holds(when)).Select(row => row.Index).ToList();
            if (rows.Count > 1)
                at.Report("scheme.amount-two-cases", $"{path}[{rows[1]}].when", rows[0] + 1, rows[1] + 1);
            else if (rows.Count == 0 && !hasOthers)
                at.Report("scheme.amount-no-case", path);
            else
                continue;
            return;
        }
    }

    /// <summary>What cases tell apart; null where one of them asks for what is not known yet, which is another mistake.</summary>
    private static Cells? CellsOf(this Resolving at, IEnumerable<AmountCase> cases)
    {
        var conditions = cases.Select(row => row.When).OfType<Condition>().ToList();
        return conditions.TrueForAll(Cells.MayAsk)
            ? new Cells(conditions, at.Head.Subjects.Categories.Keys, at.Head.Subjects.Employments.Keys)
            : null;
    }
}
