using System.Text.Json.Nodes;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Reading.Tree;

namespace PartyRules.Reading.Layered;

/// <summary>An amount that is stated in rows, each for some days or subjects: a list that stands in the place of a number.</summary>
/// <param name="list">The list.</param>
internal sealed class AmountRows(JsonArray list)
{
    private const string Is = "is";
    private readonly List<AmountRow> rows = [.. list.Select((row, i) => new AmountRow((JsonObject)row!, i))];

    /// <summary>The list.</summary>
    public JsonArray List => list;

    /// <summary>The rows.</summary>
    public IReadOnlyList<AmountRow> Rows => rows;

    /// <summary>Whether something is such a list. No other list of schemes has parts with a key 'is'.</summary>
    public static bool Are(JsonNode? node) =>
        node is JsonArray { Count: > 0 } list && list.All(row => row is JsonObject members && members.ContainsKey(Is));

    /// <summary>All such lists within something; those within others before these.</summary>
    public static IEnumerable<AmountRows> Within(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Within(member.Value)),
        JsonArray list when Are(list) => [.. list.SelectMany(row => Within(row!["when"])), new AmountRows(list)],
        JsonArray list => list.SelectMany(Within),
        _ => [],
    };

    /// <summary>The figures of an amount, that of each row, with where they stand within it.</summary>
    public static IEnumerable<(Points Is, string At)> FiguresOf(JsonNode amount) => Are(amount)
        ? amount.AsArray().Select((row, i) => (FigureOf(row![Is]!), $"[{i}].{Is}"))
        : [(FigureOf(amount), "")];

    private static Points FigureOf(JsonNode number) =>
        PointsNumber.TryRead(number.ToJsonString(), out var figure)
            ? figure
            : throw new InvalidOperationException($"{number} is no amount.");

    /// <summary>
    /// The rows that hold on a day: those of cases, and the one of all others. Of the latter, one
    /// without days gives way to one that has some.
    /// </summary>
    public List<AmountRow> On(DateOnly day)
    {
        var holding = rows.FindAll(row => row.HoldsOn(day));
        var others = holding.FindAll(row => !row.IsCase);
        if (others.Exists(row => row.IsDated))
            others.RemoveAll(row => !row.IsDated);
        return [.. holding.FindAll(row => row.IsCase), .. others];
    }

    /// <summary>The first days of the times into which it divides those of a scheme.</summary>
    public IEnumerable<DateOnly> Starts(EffectiveDocument effective) => rows
        .SelectMany(row => new[] { row.From, row.To < DateOnly.MaxValue ? row.To?.AddDays(1) : null })
        .OfType<DateOnly>().Where(day => day > effective.From && !(day > effective.To)).Append(effective.From).Distinct().Order();

    /// <summary>Checks the days of the rows: on each of a scheme one holds, or cases do, which are checked when they are read.</summary>
    public void Check(EffectiveDocument effective, JsonTree tree, List<Problem> problems)
    {
        var path = list.GetPath();
        var crossed = rows.FindAll(row => !row.LiesWithin(effective));
        foreach (var row in crossed)
            Report("scheme.amount-dates", $"{path}[{row.Index}]", Text(effective.From), effective.To is { } end ? Text(end) : "…");
        if (crossed.Count > 0)
            return;
        foreach (var day in Starts(effective))
        {
            var holding = On(day);
            if (holding.Count == 0)
                Report("scheme.amount-gap", path, Text(day));
            else if (holding.FindAll(row => !row.IsCase) is [var one, var other, ..])
                Report("scheme.amount-overlap", $"{path}[{other.Index}]", one.Index + 1, other.Index + 1);
            else
                continue;
            return;
        }

        void Report(string code, string at, params object?[] arguments)
        {
            if (!problems.AreTooMany())
                problems.Add(SchemeMessages.Catalog.Problem(code, tree.At(at), arguments));
        }
    }

    private static string Text(DateOnly date) => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A row of an amount.</summary>
/// <param name="Json">The row.</param>
/// <param name="Index">Its place among the rows, from 0.</param>
internal sealed record AmountRow(JsonObject Json, int Index)
{
    /// <summary>The first day; null for that of the scheme.</summary>
    public DateOnly? From { get; } = Day(Json["from"]);

    /// <summary>The last day; null for that of the scheme.</summary>
    public DateOnly? To { get; } = Day(Json["to"]);

    /// <summary>Whether it holds for a time only.</summary>
    public bool IsDated => From is not null || To is not null;

    /// <summary>Whether it holds for some subjects only.</summary>
    public bool IsCase => Json["when"] is not null;

    /// <summary>The amount.</summary>
    public JsonNode Is => Json["is"]!;

    /// <summary>What it rests on; null where that is what the clause rests on.</summary>
    public JsonNode? Cites => Json["cites"];

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > To);

    /// <summary>Whether its days are in order and within those of a scheme.</summary>
    public bool LiesWithin(EffectiveDocument scheme) =>
        !(From > To || From < scheme.From || To < scheme.From || From > scheme.To || To > scheme.To);

    /// <summary>The row without its days.</summary>
    public JsonObject Undated()
    {
        var row = Json.DeepClone().AsObject();
        row.Remove("from");
        row.Remove("to");
        return row;
    }

    private static DateOnly? Day(JsonNode? node) =>
        node is null ? null : DateOnly.ParseExact((string)node!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
