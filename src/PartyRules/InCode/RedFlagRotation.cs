using System.Globalization;
using PartyRules.Clauses.Components;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Marks;
using PartyRules.Clauses.Rankings;
using PartyRules.Clauses.Worth;
using PartyRules.Reading.Shape;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.InCode;

/// <summary>
/// Red-flag rotation, made in code: rounds, weighted indicators, prizes by rank and score, the flag of the best, streaks of it, strikes of
/// the last, and what follows from them.
/// </summary>
/// <remarks>
/// With indicators, scores come as entries that carry an indicator's identifier, or as facts of a mapped type; whoever lacks one in a round
/// is incomplete there. Without, a round's total comes as it is. Everybody competes with everybody, and equals share a rank, unless
/// <see cref="Pool"/> says otherwise. Streaks and strikes are counted within the calendar year.
/// <inheritdoc cref="SchemeBuilder" path="/remarks"/>
/// </remarks>
public sealed class RedFlagRotation : SchemeBuilder<RedFlagRotation>
{
    private const string FlagMark = "flag";
    private const string StrikeMark = "strike";
    private readonly PeriodKind round;
    private readonly List<ComponentDocument> indicators = [];
    private readonly List<MarkDocument> marks = [];
    private (PoolKind Kind, TieKind Ties, IReadOnlyList<string> Breaks) pool = (PoolKind.All, TieKind.Share, []);

    /// <summary>Makes a rule set without prizes and flag.</summary>
    /// <param name="id">The identifier of the scheme.</param>
    /// <param name="name">The name shown to people; null for the identifier.</param>
    /// <param name="round">The length of a round: a month, two, a quarter, half a year or a year.</param>
    public RedFlagRotation(string id, LocalText? name = null, PeriodKind round = PeriodKind.Bimonth)
        : base(id, name, "branch")
    {
        this.round = round;
        Facts = new HostFacts { Totals = GivenTotals.SchemeOf(id) };
        Members.Add("$.round", nameof(round));
        Members.Add("$.components", nameof(Indicator));
        Members.Add("$.ranking", nameof(Pool));
    }

    private protected override string Round => WindowOf(round);

    private protected override IReadOnlyList<Type> Yields =>
    [
        typeof(ComponentScore), typeof(Total), typeof(Exemption), typeof(MissingComponent), typeof(Placing), typeof(Mark), typeof(Outcome),
        typeof(Standing), typeof(Assessment),
    ];

    /// <summary>An indicator whose scores make the total. Where one has a weight all have, and they sum to 100.</summary>
    /// <param name="id">The identifier, and the code of its entries.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="maximum">The highest score in a round; null for none.</param>
    /// <param name="weight">The percentage of the score that counts in the total; null where scores are added up as they are.</param>
    /// <param name="cites">What it rests on; null for the rule set's source.</param>
    public RedFlagRotation Indicator(
        string id, LocalText name, Points? maximum = null, Points? weight = null, LocalText? cites = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Change();
        Members.Add(
            string.Create(CultureInfo.InvariantCulture, $"$.components[{indicators.Count}]"), $"{nameof(Indicator)}(\"{id}\")");
        indicators.Add(new ComponentDocument
        {
            Id = id,
            Name = name,
            Start = Points.Zero,
            Minimum = Points.Zero,
            Maximum = maximum,
            Weight = weight,
            Required = true,
            Items = [new ItemDocument { Code = id, Name = name, Effect = "add", Worth = new WorthDocument { Value = true } }],
            Cites = Cite($"indicators/{id}", cites),
        });
        return this;
    }

    /// <summary>Who competes with whom, and what becomes of equals.</summary>
    /// <param name="kind">Who competes with whom: those of one parent, of one category, or all.</param>
    /// <param name="ties">What rank equals have.</param>
    /// <param name="tieBreaks">Indicators that break a tie first, in order, the higher score first.</param>
    public RedFlagRotation Pool(PoolKind kind, TieKind ties = TieKind.Share, params IReadOnlyList<string> tieBreaks)
    {
        ArgumentNullException.ThrowIfNull(tieBreaks);
        Change();
        pool = (kind, ties, tieBreaks);
        return this;
    }

    /// <summary>Prizes by rank, for totals of a band. Codes in results are <c>prize:</c> and the amount.</summary>
    /// <param name="from">The lowest total that earns them, included; null for any.</param>
    /// <param name="below">The total from which they no longer hold; null for any.</param>
    /// <param name="amounts">The amounts of ranks 1, 2 and so on; at least one.</param>
    public RedFlagRotation Prizes(Points? from, Points? below, params IReadOnlyList<int> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        foreach (var (i, amount) in amounts.Index())
        {
            var call = string.Create(CultureInfo.InvariantCulture, $"{nameof(Prizes)}({amount})");
            var rank = When.Rank(i + 1);
            Follows(
                call,
                string.Create(CultureInfo.InvariantCulture, $"prize:{amount}"),
                Texts.Format("prize", amount),
                OutcomeKind.Award,
                from is null && below is null ? rank : When.All(rank, When.Total(from, below)),
                null);
        }

        return this;
    }

    /// <summary>
    /// The flag: whoever has rank 1 in a round holds it, whatever the total. Its code is <c>red-flag</c>, its mark <c>flag</c>.
    /// </summary>
    /// <param name="name">The name shown to people; null for the travelling red flag.</param>
    public RedFlagRotation Flag(LocalText? name = null)
    {
        var shown = name ?? Texts.Format("flag");
        Mark(nameof(Flag), FlagMark, shown, When.Rank(1));
        return Follows(nameof(Flag), "red-flag", shown, OutcomeKind.Flag, When.Mark(FlagMark), null);
    }

    /// <summary>An award for holding the flag in so many rounds in a row, and in each round after them.</summary>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="code">The code in results.</param>
    /// <param name="name">The name shown to people.</param>
    public RedFlagRotation Streak(int rounds, string code, LocalText name) =>
        Follows($"{nameof(Streak)}(\"{code}\")", code, name, OutcomeKind.Award, When.Streak(FlagMark, rounds), null);

    /// <summary>What is a strike: the last place with a total under a bound. Its mark is <c>strike</c>.</summary>
    /// <param name="below">The bound, not included.</param>
    public RedFlagRotation Strike(Points below) =>
        Mark(nameof(Strike), StrikeMark, Texts.Format("strike", below), When.All(When.Last, When.Total(below: below)));

    /// <summary>A measure that follows in the round of the strike that makes so many in the year.</summary>
    /// <param name="times">How many strikes.</param>
    /// <param name="code">The code in results.</param>
    /// <param name="name">The name shown to people.</param>
    public RedFlagRotation Strikes(int times, string code, LocalText name) => Follows(
        $"{nameof(Strikes)}(\"{code}\")",
        code,
        name,
        OutcomeKind.Measure,
        When.All(When.Mark(StrikeMark), When.Times(StrikeMark, times)),
        null);

    /// <summary>Takes scores from a type of the host: of indicators, or, without any, the totals of rounds.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="subject">Whom a fact is about.</param>
    /// <param name="points">
    /// The score, of at most six decimal places; null for one that is not known. Scores of one indicator in one round are added up; a total
    /// stands once in a round.
    /// </param>
    /// <param name="date">A day of its round.</param>
    /// <param name="indicator">The indicator's identifier; null where there are none, and the points are the round's total.</param>
    public RedFlagRotation From<TFact>(
        Func<TFact, string> subject, Func<TFact, decimal?> points, Func<TFact, DateOnly> date, Func<TFact, string>? indicator = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(date);
        Change();
        Facts.Map(subject, (fact, taken, _) =>
        {
            Points? given = points(fact) is { } number ? Points.FromDecimal(number) : null;
            if (indicator is not null)
                taken.Add(typeof(TFact).Name, subject(fact), indicator(fact), date(fact), given);
            else
                taken.Results.Add(TotalOf(subject(fact), date(fact), given));
        });
        return this;
    }

    /// <summary>Takes the totals of another rule set: those of its assessments that are of the same rounds.</summary>
    /// <param name="other">The other one.</param>
    public RedFlagRotation From(SchemeBuilder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Change();
        GivenTotals.Map(Facts, other.Id, Id);
        return this;
    }

    /// <summary>A round's total as a fact of the library's own types.</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="date">A day of the round.</param>
    /// <param name="total">The total; null for one that is not known.</param>
    public EarlierResult TotalOf(string subject, DateOnly date, Points? total) =>
        new(GivenTotals.SchemeOf(Id), subject, Period.Containing(date, round), total);

    private protected override SchemeDocument Complete(SchemeDocument head) => head with
    {
        Rounding = indicators.Count == 0 || indicators.Exists(indicator => indicator.Weight is not null) ? Exact : null,
        Inputs = indicators.Count == 0 ? [GivenTotals.Input(Id, Source)] : [],
        Components = indicators.Count == 0 ? [GivenTotals.Component(Id, Source)] : indicators,
        Ranking = new RankingDocument
        {
            Pool = WordOf(pool.Kind),
            TieBreaks = pool.Breaks,
            Ties = WordOf(pool.Ties),
            Cites = Cite("ranking", null),
        },
        Marks = marks,
    };

    private RedFlagRotation Mark(string call, string id, LocalText name, When when)
    {
        Change();
        Members.Add($"$.marks[{marks.Count}]", call, ("when", ""));
        marks.Add(new MarkDocument { Id = id, Name = name, When = when.Document, Cites = Cite(id, null) });
        return this;
    }
}
