using System.Globalization;
using PartyRules.Clauses.Components;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Worth;
using PartyRules.Documents;
using PartyRules.Reading.Shape;
using PartyRules.Results;

namespace PartyRules.InCode;

/// <summary>
/// Points scoring, made in code: parts with their amounts, items that add and take, limits, exemptions. The usual parts are a base that is
/// counted down, tasks by the month, rewards, and commendation beside the hundred.
/// </summary>
/// <remarks>
/// Each call of <c>Adds</c> and <c>Takes</c> is an item of the part before it. A part without items has one of its own identifier, which
/// counts the values of entries. <inheritdoc cref="SchemeBuilder" path="/remarks"/>
/// </remarks>
public sealed class PointsScoring : SchemeBuilder<PointsScoring>
{
    private readonly List<(ComponentDocument Part, List<ItemDocument> Items)> parts = [];

    /// <summary>Makes a rule set without parts.</summary>
    /// <param name="id">The identifier of the scheme.</param>
    /// <param name="name">The name shown to people; null for the identifier.</param>
    public PointsScoring(string id, LocalText? name = null)
        : base(id, name, "member") => Members.Add("$.components", "Part");

    private protected override string Round => "year";

    private protected override IReadOnlyList<Type> Yields =>
    [
        typeof(Credit), typeof(Tally), typeof(ComponentScore), typeof(Total), typeof(Exemption), typeof(MissingComponent), typeof(Outcome),
        typeof(Standing), typeof(Assessment),
    ];

    /// <summary>The base: everybody starts with its points and loses them item by item, down to 0.</summary>
    /// <param name="points">With how many points.</param>
    public PointsScoring Base(int points = 20) =>
        Add("base", Texts.Format("base"), points, 0, points, null, null, nameof(Base), nameof(points));

    /// <summary>Tasks: from 0 up, month by month. What a month has beyond its allotment is a finding, and does not count.</summary>
    /// <param name="points">The most points of a year.</param>
    /// <param name="aMonth">The most points of a month.</param>
    public PointsScoring Task(int points = 70, int aMonth = 6) =>
        Add("task", Texts.Format("task"), 0, 0, points, aMonth, null, nameof(Task), nameof(points));

    /// <summary>Rewards: from 0 up.</summary>
    /// <param name="points">The most points.</param>
    public PointsScoring Reward(int points = 10) =>
        Add("reward", Texts.Format("reward"), 0, 0, points, null, null, nameof(Reward), nameof(points));

    /// <summary>Commendation: beside the other parts and without a most, so that a total can pass 100.</summary>
    public PointsScoring Commendation() =>
        Add("commendation", Texts.Format("commendation"), 0, 0, null, null, null, nameof(Commendation), "points");

    /// <summary>A part of any other kind.</summary>
    /// <param name="id">The identifier; results have a column <c>component.</c> and this.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="start">The points everybody starts with; one that starts above 0 and at its maximum is counted down.</param>
    /// <param name="minimum">The lowest score; null for none.</param>
    /// <param name="maximum">The highest score; null for none.</param>
    /// <param name="aMonth">The most points that its items count in a month; null for no such limit.</param>
    /// <param name="cites">What it rests on; null for the rule set's source.</param>
    public PointsScoring Part(
        string id,
        LocalText name,
        Points start = default,
        Points? minimum = null,
        Points? maximum = null,
        Points? aMonth = null,
        LocalText? cites = null) =>
        Add(id, name, start, minimum, maximum, aMonth, cites, $"{nameof(Part)}(\"{id}\")", nameof(maximum));

    /// <summary>An item that adds points to the part before.</summary>
    /// <param name="code">The code that entries carry.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="points">The points of each entry; null for the entry's value.</param>
    /// <param name="most">The most points that it counts in a window; null for no limit of its own.</param>
    /// <param name="per">The window.</param>
    /// <param name="cites">What it rests on; null for what the part rests on.</param>
    public PointsScoring Adds(
        string code,
        LocalText name,
        Points? points = null,
        Points? most = null,
        PeriodKind per = PeriodKind.Year,
        LocalText? cites = null) =>
        Add(nameof(Adds), "add", code, name, points, most, per, cites);

    /// <summary>An item that takes points from the part before.</summary>
    /// <inheritdoc cref="Adds" path="/param"/>
    public PointsScoring Takes(
        string code,
        LocalText name,
        Points? points = null,
        Points? most = null,
        PeriodKind per = PeriodKind.Year,
        LocalText? cites = null) =>
        Add(nameof(Takes), "deduct", code, name, points, most, per, cites);

    /// <summary>Takes entries from a type of the host.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="subject">Whom a fact is about.</param>
    /// <param name="item">The code of its item.</param>
    /// <param name="date">The day on which it counts.</param>
    /// <param name="value">Its magnitude, of at most six decimal places; null for none, as items with points of their own need it.</param>
    public PointsScoring From<TFact>(
        Func<TFact, string> subject, Func<TFact, string> item, Func<TFact, DateOnly> date, Func<TFact, decimal?>? value = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(date);
        Change();
        Facts.Map(subject, (fact, taken, _) => taken.Add(
            typeof(TFact).Name,
            subject(fact),
            item(fact),
            date(fact),
            value?.Invoke(fact) is { } number ? Points.FromDecimal(number) : null));
        return this;
    }

    private protected override bool Reads(Type type) => type != typeof(EarlierResult);

    private protected override SchemeDocument Complete(SchemeDocument head) =>
        head with
        {
            Components = [.. parts.Select(part => part.Part with { Items = part.Items.Count > 0 ? part.Items : [Own(part.Part)] })],
        };

    private static ItemDocument Own(ComponentDocument part) => new()
    {
        Code = part.Id,
        Name = part.Name,
        Effect = IsDown(part) ? "deduct" : "add",
        Worth = new WorthDocument { Value = true },
    };

    private static bool IsDown(ComponentDocument part) => part.Start.Is > 0 && part.Start.Is == part.Maximum?.Is;

    private PointsScoring Add(
        string id,
        LocalText name,
        Points start,
        Points? minimum,
        Points? maximum,
        Points? aMonth,
        LocalText? cites,
        string call,
        string most)
    {
        ArgumentNullException.ThrowIfNull(name);
        Change();
        Members.Add(
            $"$.components[{parts.Count}]", call, ("maximum", most), ("limit", nameof(aMonth)), ("items", ""));
        var limit = aMonth is not { } month ? null : new LimitDocument
        {
            Per = WindowOf(PeriodKind.Month),
            Points = month,
            Finding = new FindingDocument { Code = $"{id}.month-over-cap", Name = Texts.Format("over-window", name, month) },
            Cites = Cite($"{id}-monthly", cites),
        };
        parts.Add((
            new ComponentDocument
            {
                Id = id,
                Name = name,
                Start = start,
                Minimum = minimum,
                Maximum = maximum,
                Limit = limit,
                Items = [],
                Cites = Cite(id, cites),
            },
            []));
        return this;
    }

    private PointsScoring Add(
        string method, string effect, string code, LocalText name, Points? points, Points? most, PeriodKind per, LocalText? cites)
    {
        ArgumentNullException.ThrowIfNull(name);
        Change();
        if (parts.Count == 0)
        {
            throw new InvalidOperationException(
                $"{method} says what counts in a part, and there is none yet. Begin with one, such as Base().");
        }

        var (_, items) = parts[^1];
        var path = string.Create(CultureInfo.InvariantCulture, $"$.components[{parts.Count - 1}].items[{items.Count}]");
        Members.Add(
            path, $"{method}(\"{code}\")", ("worth", nameof(points)), ("limit", nameof(most)), ("limit.per", nameof(per)));
        var limit = most is not { } highest ? null : new LimitDocument
        {
            Per = WindowOf(per),
            Points = highest,
            Cites = Cite(code, cites),
        };
        items.Add(new ItemDocument
        {
            Code = code,
            Name = name,
            Effect = effect,
            Worth = points is { } each ? new WorthDocument { Each = each } : new WorthDocument { Value = true },
            Limit = limit,
            Cites = cites is null ? null : Cite(code, cites),
        });
        return this;
    }
}
