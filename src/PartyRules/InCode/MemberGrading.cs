using PartyRules.Clauses.Grades;
using PartyRules.Clauses.Items;
using PartyRules.Documents;
using PartyRules.Reading.Shape;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.InCode;

/// <summary>
/// Member grading, made in code: thresholds with stated bounds and rounding, vetoes and other forced grades, moves from the grade before,
/// and what follows from a grade. It grades totals that were worked out elsewhere.
/// </summary>
/// <remarks>
/// A total comes as a fact of a mapped type, or as what <see cref="TotalOf"/> gives. Who has none is incomplete, and has no grade. Totals
/// are not rounded before they are compared unless <see cref="Rounded"/> says so. <inheritdoc cref="SchemeBuilder" path="/remarks"/>
/// </remarks>
public sealed class MemberGrading : SchemeBuilder<MemberGrading>
{
    private readonly List<GradeDocument> bands = [];
    private readonly List<ForcedGradeDocument> forced = [];
    private readonly List<MoveDocument> moves = [];
    private RoundingDocument rounding = new() { Mode = "none" };
    private string? start;

    /// <summary>Makes a rule set without grades.</summary>
    /// <param name="id">The identifier of the scheme.</param>
    /// <param name="name">The name shown to people; null for the identifier.</param>
    public MemberGrading(string id, LocalText? name = null)
        : base(id, name, "member")
    {
        Facts = new HostFacts { Totals = GivenTotals.SchemeOf(id) };
        Members.Add("$.grades.bands", nameof(Band));
        Members.Add("$.grades.rounding", nameof(Rounded));
    }

    private protected override string Round => "year";

    private protected override IReadOnlyList<Type> Yields =>
    [
        typeof(ComponentScore), typeof(Total), typeof(GradeDecision), typeof(Exemption), typeof(MissingComponent), typeof(Outcome),
        typeof(Standing), typeof(Assessment),
    ];

    /// <summary>A grade, from the highest to the lowest.</summary>
    /// <param name="id">The code in results.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="from">The lowest total of the grade, included; null for the lowest grade, and where grades move.</param>
    public MemberGrading Band(string id, LocalText name, Points? from = null) => Band($"{nameof(Band)}(\"{id}\")", "from", id, name, from);

    /// <summary>The four usual grades: excellent, qualified, basically qualified, unqualified. Lower bounds are included.</summary>
    /// <param name="excellent">The lowest total that is excellent.</param>
    /// <param name="qualified">The lowest total that is qualified.</param>
    /// <param name="basicallyQualified">The lowest total that is basically qualified.</param>
    public MemberGrading Thresholds(int excellent = 90, int qualified = 80, int basicallyQualified = 60)
    {
        Band(nameof(Thresholds), nameof(excellent), "excellent", Texts.Format("excellent"), excellent);
        Band(nameof(Thresholds), nameof(qualified), "qualified", Texts.Format("qualified"), qualified);
        Band(
            nameof(Thresholds), nameof(basicallyQualified), "basically-qualified", Texts.Format("basically-qualified"), basicallyQualified);
        return Band(nameof(Thresholds), "unqualified", "unqualified", Texts.Format("unqualified"), null);
    }

    /// <summary>Rounds totals before they are compared with the bounds. The total in the result stays exact.</summary>
    /// <param name="places">Decimal places, 0 to 6.</param>
    /// <param name="mode">How; all modes but <see cref="MidpointRounding.ToZero"/>, which a scheme cannot state.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mode cannot be stated.</exception>
    public MemberGrading Rounded(int places, MidpointRounding mode = MidpointRounding.AwayFromZero)
    {
        Change();
        var word = EnumWords<RoundingWord>.Members.FirstOrDefault(word => WordMeanings.Of(word.Value) == mode).Key
            ?? throw new ArgumentOutOfRangeException(nameof(mode), mode, "A scheme cannot state this rounding.");
        rounding = new RoundingDocument { Mode = word, Places = places };
        return this;
    }

    /// <summary>A veto: whoever has an entry of a code gets a grade outright, whatever the total.</summary>
    /// <param name="code">The code of the entries.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="grade">The grade's code; null for the lowest.</param>
    /// <param name="cites">What it rests on; null for the rule set's source.</param>
    public MemberGrading Veto(string code, LocalText name, string? grade = null, LocalText? cites = null)
    {
        Change();
        var call = $"{nameof(Veto)}(\"{code}\")";
        if (!Records.Exists(record => record.Code == code))
        {
            Members.Add($"$.records[{Records.Count}]", call);
            Records.Add(new RecordDocument { Code = code, Name = name });
        }

        Members.Add($"$.grades.forced[{forced.Count}]", call, ("when", nameof(code)), ("id", nameof(code)), ("finding.code", nameof(code)));
        return Add(code, name, grade ?? "", ForcedEffect.Exactly, When.Recorded(code), cites);
    }

    /// <summary>A grade that is given whatever the total, or a bound that the grade is held to.</summary>
    /// <param name="id">The identifier, and the code of the finding that says so.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="grade">The grade's code.</param>
    /// <param name="effect">Whether exactly this grade is given, or at most or at least it.</param>
    /// <param name="when">When.</param>
    /// <param name="cites">What it rests on; null for the rule set's source.</param>
    public MemberGrading Forced(string id, LocalText name, string grade, ForcedEffect effect, When when, LocalText? cites = null)
    {
        ArgumentNullException.ThrowIfNull(grade);
        ArgumentNullException.ThrowIfNull(when);
        Change();
        Members.Add(
            $"$.grades.forced[{forced.Count}]", $"{nameof(Forced)}(\"{id}\")", ("as", nameof(effect)), ("finding.code", nameof(id)));
        return Add(id, name, grade, effect, when, cites);
    }

    /// <summary>Lets grades move from the one before, <see cref="Subject.PreviousGrade"/>, rather than fall by bounds.</summary>
    /// <param name="start">The grade of whoever has none before.</param>
    public MemberGrading Moves(string start)
    {
        Change();
        Members.Add("$.grades.moves", nameof(Moves));
        this.start = start;
        return this;
    }

    /// <summary>By how many grades a subject moves.</summary>
    /// <param name="by">Up where it is above 0, down below.</param>
    /// <param name="when">When.</param>
    /// <param name="cites">What it rests on; null for the rule set's source.</param>
    public MemberGrading Move(int by, When when, LocalText? cites = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        Change();
        Members.Add($"$.grades.moves.of[{moves.Count}]", $"{nameof(Move)}({by})");
        moves.Add(new MoveDocument { By = by, When = when.Document, Cites = Cite("moves", cites) });
        return this;
    }

    /// <summary>Takes totals from a type of the host.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="subject">Whom a fact is about.</param>
    /// <param name="total">The total of the year that is assessed, of at most six decimal places; null for one that is not known.</param>
    public MemberGrading From<TFact>(Func<TFact, string> subject, Func<TFact, decimal?> total)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(total);
        Change();
        Facts.Map(subject, (fact, taken, year) =>
            taken.Results.Add(TotalOf(subject(fact), year, total(fact) is { } number ? Points.FromDecimal(number) : null)));
        return this;
    }

    /// <summary>Takes the totals of another rule set: its assessments, of the year that is assessed.</summary>
    /// <param name="other">The other one, such as a <see cref="PointsScoring"/>.</param>
    public MemberGrading From(SchemeBuilder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Change();
        GivenTotals.Map(Facts, other.Id, Id);
        return this;
    }

    /// <summary>A total as a fact of the library's own types.</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="total">The total; null for one that is not known.</param>
    public EarlierResult TotalOf(string subject, int year, Points? total) =>
        new(GivenTotals.SchemeOf(Id), subject, Period.OfYear(year), total);

    private protected override SchemeDocument Complete(SchemeDocument head) => head with
    {
        Rounding = Exact,
        Inputs = [GivenTotals.Input(Id, Source)],
        Components = [GivenTotals.Component(Id, Source)],
        Grades = new GradesDocument
        {
            Rounding = rounding,
            Bands = bands,
            Moves = start is null && moves.Count == 0 ? null : new MovesDocument { Start = start ?? "", Of = moves },
            Forced = [.. forced.Select(clause =>
                clause.Grade.Length > 0 || bands.Count == 0 ? clause : clause with { Grade = bands[^1].Id })],
            Cites = Cite("grades", null),
        },
    };

    private MemberGrading Band(string call, string parameter, string id, LocalText name, Points? from)
    {
        ArgumentNullException.ThrowIfNull(name);
        Change();
        Members.Add($"$.grades.bands[{bands.Count}]", call, ("from", parameter));
        bands.Add(new GradeDocument { Id = id, Name = name, From = from });
        return this;
    }

    private MemberGrading Add(string id, LocalText name, string grade, ForcedEffect effect, When when, LocalText? cites)
    {
        forced.Add(new ForcedGradeDocument
        {
            Id = id,
            Grade = grade,
            As = WordOf(effect),
            When = when.Document,
            Finding = new FindingDocument { Code = id, Name = name },
            Cites = Cite($"forced/{id}", cites),
        });
        return this;
    }
}
