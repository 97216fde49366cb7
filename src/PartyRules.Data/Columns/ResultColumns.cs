using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Columns;

/// <summary>The row of a table of results: the one description that its writers, and the reader of earlier results, share.</summary>
internal static class ResultColumns
{
    private static readonly Column<Assessment> Subject = new("subject", ValueKind.Identity, result => Cell.Of(result.Subject.Id));
    private static readonly Column<Assessment> Scheme = new("scheme", ValueKind.Identity, result => Cell.Of(result.Scheme.Id));
    private static readonly Column<Assessment> Parent = new("parent", ValueKind.Identity, result => Cell.Of(result.Subject.Parent));
    private static readonly Column<Assessment> Period = new("period", ValueKind.Identity, result => Cell.Of(NameOf(result.Period)));
    private static readonly Column<Assessment> Total = new("total", ValueKind.Number, result => Cell.Of(result.Total));
    private static readonly Column<Assessment> Grade = new("grade", ValueKind.Identity, result => Cell.Of(result.Grade?.Id ?? ""));
    private static readonly Column<Assessment> Rank = new("rank", ValueKind.Whole, result => Cell.Of(result.Rank));

    private static readonly Column<Assessment> AsOf =
        new("asOf", ValueKind.Date, result => result.AsOf is { } day ? Cell.Of(day) : Cell.Empty);
    private static readonly MessageCatalog Words = new("PartyRules.Data.Resources.ResultWords", typeof(ResultColumns).Assembly);

    private static volatile NamedPeriod? lastPeriod;

    private static readonly Column<Assessment>[] Standard =
    [
        Subject,
        Period,
        new("status", ValueKind.Identity, result => Cell.Of(StatusCode(result.Status))),
        Total,
        Grade,
        Rank,
        new("awards", ValueKind.Identity, result => Cell.Of(Codes(result.Awards))),
        new("recommendations", ValueKind.Identity, result => Cell.Of(Codes(result.Recommendations))),
        new("measures", ValueKind.Identity, result => Cell.Of(Codes(result.Measures))),
        new("findings", ValueKind.Identity, result => Cell.Of(Codes(result.Findings))),
    ];

    /// <summary>The names of the columns without which there is no earlier result.</summary>
    public static IReadOnlyList<string> RequiredOfEarlier { get; } = [Subject.Name, Period.Name];

    /// <summary>The names of those of which an earlier result has at least one.</summary>
    public static IReadOnlyList<string> ResultsOfEarlier { get; } = [Total.Name, Grade.Name, Rank.Name];

    /// <summary>The columns of the results of a scheme, in the order in which they are written.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="isAsOf">Whether results are judged as of a day, which they then say.</param>
    /// <param name="form">What stands beside the codes.</param>
    public static IReadOnlyList<Column<Assessment>> Of(Scheme scheme, bool isAsOf, ResultsForm form)
    {
        IEnumerable<Column<Assessment>> standard = isAsOf ? [Subject, Period, AsOf, .. Standard[2..]] : Standard;
        var columns = form.Words is { } language ? standard.SelectMany(column => WordsBeside(column, language).Prepend(column)) : standard;
        return
        [
            .. form.AsInput ? [Scheme, Parent] : Array.Empty<Column<Assessment>>(),
            .. columns,
            .. scheme.Rankings.Select(ColumnOf),
            .. scheme.Components.Select(ColumnOf),
        ];
    }

    /// <summary>Whether results have a column of a name, or of words beside it.</summary>
    public static bool IsStandard(string name) => name.StartsWith("component.", StringComparison.Ordinal)
        || name.StartsWith("rank.", StringComparison.Ordinal) || StandardNames.Contains(name)
        || Array.Exists(Standard, column => Enum.GetValues<Language>()
            .Any(language => WordsBeside(column, language).Any(words => words.Name == name)));

    /// <summary>The standard names.</summary>
    public static IEnumerable<string> StandardNames => Standard.Append(AsOf).Append(Parent).Select(column => column.Name);

    /// <summary>The columns of an earlier result that are read.</summary>
    public static EarlierColumns Earlier { get; } = new(Scheme, Subject, Parent, Period, AsOf, Total, Grade, Rank);

    /// <summary>The name of a period, kept because the next row mostly has the same one.</summary>
    private static string NameOf(Period period)
    {
        if (lastPeriod is { } last && last.Period == period)
            return last.Name;
        var named = new NamedPeriod(period, period.ToString());
        lastPeriod = named;
        return named.Name;
    }

    /// <summary>What stands beside a column of codes for people to read.</summary>
    private static IEnumerable<Column<Assessment>> WordsBeside(Column<Assessment> column, Language language)
    {
        Column<Assessment> Named(string key, Func<Assessment, string> text)
        {
            return new(Words.In(language, key), ValueKind.Text, result => Cell.Of(text(result)));
        }

        string Names(IReadOnlyList<Outcome> outcomes)
        {
            return string.Join(language == Language.English ? "; " : "；", outcomes.Select(outcome => outcome.Name.In(language)));
        }

        return column.Name switch
        {
            "subject" => [Named("name", result => result.Subject.Name), Named("parent", result => result.Subject.Parent)],
            "status" => [Named("status", result => Words.In(language, StatusCode(result.Status)))],
            "grade" => [Named("grade", result => result.Grade?.Name.In(language) ?? "")],
            "awards" => [Named("awards", result => Names(result.Awards))],
            "recommendations" => [Named("recommendations", result => Names(result.Recommendations))],
            "measures" => [Named("measures", result => Names(result.Measures))],
            "findings" => [Named("findings", result => Names(result.Findings))],
            _ => [],
        };
    }

    private static Column<Assessment> ColumnOf(Component component) =>
        new($"component.{component.Id}", ValueKind.Number, result => Cell.Of(result.ScoreOf(component)?.Points));

    private static Column<Assessment> ColumnOf(RankingClause ranking) => new(
        $"rank.{ranking.Id}",
        ValueKind.Whole,
        result => Cell.Of(result.Ranks.TryGetValue(ranking.Id, out var rank) ? rank : (int?)null));

    private static string Codes(IReadOnlyList<Outcome> outcomes) => outcomes.Count switch
    {
        0 => "",
        1 => outcomes[0].Code,
        2 => $"{outcomes[0].Code};{outcomes[1].Code}",
        _ => string.Join(';', outcomes.Select(outcome => outcome.Code)),
    };

    /// <summary>The word of a status in tables.</summary>
    public static string StatusCode(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Assessed => "assessed",
        AssessmentStatus.Exempt => "exempt",
        _ => "incomplete",
    };

    private sealed record NamedPeriod(Period Period, string Name);
}

/// <summary>The columns of an earlier result that are read: those of results, with the scheme in front.</summary>
internal sealed record EarlierColumns(
    Column Scheme, Column Subject, Column Parent, Column Period, Column AsOf, Column Total, Column Grade, Column Rank)
{
    public IReadOnlyList<Column> All => [Scheme, Subject, Parent, Period, AsOf, Total, Grade, Rank];
}
