using PartyRules.Clauses.Exemptions;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Outcomes;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Reading;
using PartyRules.Reading.Shape;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.InCode;

/// <summary>A rule set that is made in code: what it says is a scheme, the same that JSON makes, and can be written as JSON.</summary>
/// <remarks>
/// Not thread-safe while it is put together. Once <see cref="ToScheme"/> has given the scheme it changes no more, and is thread-safe.
/// </remarks>
public abstract class SchemeBuilder
{
    private readonly Lock making = new();
    private Scheme? made;
    private Scorer? ownScorer;

    private protected SchemeBuilder(string id, LocalText? name, string kind)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Name = name ?? new LocalText(id, id);
        Kind = kind;
        Members = new Members(GetType().Name);
        Members.Add("$.id", "Id");
        Members.Add("$.inputs[0]", "Id", ("scheme", ""));
        Members.Add("$.version", "Version");
        Members.Add("$.effective.from", "EffectiveFrom");
        Members.Add("$.subjects.kind", "Kind");
        Members.Add("$.subjects.categories", "Categories");
    }

    /// <summary>The identifier of the scheme: lower-case letters, digits, '-', '.' and ':', beginning with a letter.</summary>
    public string Id { get; }

    /// <summary>The name shown to people.</summary>
    public LocalText Name { get; }

    /// <summary>The version; <c>1</c> by default.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The first day on which the scheme is in force; 1 January 2000 by default.</summary>
    public DateOnly EffectiveFrom { get; init; } = new(2000, 1, 1);

    /// <summary>The kind of subject that is assessed; <c>member</c> by default, and <c>branch</c> in a rotation.</summary>
    public string Kind { get; init; }

    /// <summary>The published text that it rests on, cited by every clause that cites nothing of its own; its name by default.</summary>
    public LocalText Source { get => field ?? Name; init; }

    /// <summary>The categories that a subject may have; none by default, so that categories do not matter.</summary>
    public IReadOnlyDictionary<string, LocalText> Categories { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>The facts that it reads, those that it yields, and which of them a host may give.</summary>
    public RuleContract Contract => new([.. Facts.Types.Where(Reads)], Yields, [typeof(Outcome)]);

    /// <summary>What it takes from a host's facts.</summary>
    internal HostFacts Facts { get; private protected init; } = new();

    /// <summary>Texts that rule sets bring along.</summary>
    private protected static MessageCatalog Texts { get; } = new("PartyRules.InCode.Texts", typeof(SchemeBuilder).Assembly);

    private protected Members Members { get; }

    private protected List<RecordDocument> Records { get; } = [];

    private protected List<ExemptionDocument> Exemptions { get; } = [];

    private protected List<OutcomeDocument> Outcomes { get; } = [];

    private protected abstract string Round { get; }

    private protected abstract IReadOnlyList<Type> Yields { get; }

    /// <summary>The scheme: made and checked when first asked for, and the same one from then on.</summary>
    /// <exception cref="ProblemException">
    /// Something that was said is not right; carries every problem, each at the member that said it, such as
    /// <c>MemberGrading.Band("gold").from</c>.
    /// </exception>
    public Scheme ToScheme()
    {
        lock (making)
            return made ??= Make();
    }

    /// <summary>The scheme as JSON in UTF-8: read back, it is equal, down to its content hash.</summary>
    /// <exception cref="ProblemException">Something that was said is not right, as <see cref="ToScheme"/> says.</exception>
    public byte[] ToJson()
    {
        ToScheme();
        return Written();
    }

    /// <summary>Assesses everybody whom facts are about, on the compiled engine or that of a scorer.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="facts">Facts of the types that <see cref="Contract"/> reads, in any order.</param>
    /// <param name="scorer">A scorer of this scheme, as an application has one for its options; null for one with the defaults,
    /// which gives derivations, so that each assessment can be explained.</param>
    /// <returns>Assessments by subject in ordinal order, then by period.</returns>
    /// <exception cref="ProblemException">
    /// Something is wrong with the facts, as <see cref="Scorer.Check"/> says; or with the scheme.
    /// </exception>
    /// <exception cref="ArgumentException">A fact is of a type that is not read; or the scorer is of another scheme.</exception>
    public IReadOnlyList<Assessment> Assess(int year, IEnumerable<object> facts, Scorer? scorer = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var given = facts as IReadOnlyCollection<object> ?? [.. facts];
        if (given.FirstOrDefault(fact => !Facts.Takes(fact.GetType())) is { } stranger)
        {
            throw new ArgumentException(
                $"{Id} reads {string.Join(", ", Contract.Reads.Select(type => type.Name))}, and a {stranger.GetType().Name} was given. "
                + "Map its type, or leave it out.",
                nameof(facts));
        }

        if (scorer is not null && scorer.Versions.Id != Id)
            throw new ArgumentException($"The scorer is of the scheme '{scorer.Versions.Id}', not of '{Id}'.", nameof(scorer));
        var taken = Facts.Read(given, Kind, year);
        if (taken.Problems.Count > 0)
            throw new ProblemException(taken.Problems);
        taken.Subjects.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return (scorer ?? OwnScorer).Score(taken.Subjects, taken.Entries, year, earlier: taken.Results);
    }

    /// <summary>Identifier and version.</summary>
    public override string ToString() => $"{Id} {Version}";

    private Scorer OwnScorer => LazyInitializer.EnsureInitialized(
        ref ownScorer, () => new Scorer(ToScheme(), new ScorerOptions { Derivations = true }));

    /// <summary>The clauses of the rule set, put to what it says about itself.</summary>
    private protected abstract SchemeDocument Complete(SchemeDocument head);

    private protected virtual bool Reads(Type type) => true;

    /// <summary>Refuses a change once the scheme is made.</summary>
    private protected void Change()
    {
        if (made is not null)
            throw new InvalidOperationException($"The scheme '{Id}' is made, and changes no more. Say everything before it is first used.");
    }

    /// <summary>What a clause rests on.</summary>
    private protected CitationDocument Cite(string clause, LocalText? cites) => new() { Clause = $"{Id}/{clause}", Text = cites ?? Source };

    /// <summary>What an exact figure needs to say about rounding where a scheme multiplies: every decimal place is kept.</summary>
    private protected static RoundingDocument Exact { get; } = new() { Mode = "half-even", Places = Points.DecimalPlaces };

    /// <summary>The word by which documents call a member of an enum.</summary>
    private protected static string WordOf<TEnum>(TEnum member)
        where TEnum : struct, Enum => EnumWords<TEnum>.Members.FirstOrDefault(word => word.Value.Equals(member)).Key
            ?? throw new ArgumentOutOfRangeException(nameof(member), member, "There is no such word.");

    /// <summary>The word by which documents call a window.</summary>
    private protected static string WindowOf(PeriodKind kind) =>
        Enum.IsDefined(kind) ? WordOf(Enum.Parse<WindowWord>(kind.ToString())) : throw new ArgumentOutOfRangeException(nameof(kind));

    private Scheme Make()
    {
        try
        {
            return SchemeReader.Read(Written(), $"{Id}.json");
        }
        catch (ProblemException exception)
        {
            throw new ProblemException([.. exception.Problems.Select(problem => problem.At(Members.Of(problem.Location.Path ?? "$")))]);
        }
    }

    /// <summary>What was said, as JSON; right or not.</summary>
    internal byte[] Written() => SchemeText.Of(Complete(new SchemeDocument
    {
        Id = Id,
        Version = Version,
        Effective = new EffectiveDocument { From = EffectiveFrom },
        Name = Name,
        Source = Source,
        Subjects = new SubjectsDocument { Kind = Kind, Categories = Categories },
        Round = Round,
        Records = Records,
        Exemptions = Exemptions,
        Outcomes = Outcomes,
    }));
}

/// <summary>What all rule sets in code can say.</summary>
/// <typeparam name="TSelf">The rule set.</typeparam>
public abstract class SchemeBuilder<TSelf> : SchemeBuilder
    where TSelf : SchemeBuilder<TSelf>
{
    private protected SchemeBuilder(string id, LocalText? name, string kind)
        : base(id, name, kind)
    {
    }

    private protected TSelf This => (TSelf)this;

    /// <summary>A code that entries may carry without earning points, so that conditions can look at it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name shown to people.</param>
    public TSelf Record(string code, LocalText name)
    {
        Change();
        Members.Add($"$.records[{Records.Count}]", $"Record(\"{code}\")");
        Records.Add(new RecordDocument { Code = code, Name = name });
        return This;
    }

    /// <summary>Something that follows from a result. All but findings are proposals for people to decide on.</summary>
    /// <param name="code">The code in results; several may share one, and it is then listed once.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="when">When it follows.</param>
    /// <param name="cites">What it rests on; null for the rule set's source.</param>
    public TSelf Follows(string code, LocalText name, OutcomeKind kind, When when, LocalText? cites = null) =>
        Follows($"Follows(\"{code}\")", code, name, kind, when, cites, saysWhen: true);

    /// <summary>Leaves subjects out of scoring once each step of an approval is recorded. With one missing they are assessed.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="steps">The codes of the steps' entries; at least one.</param>
    public TSelf Exempt(string id, LocalText name, params IReadOnlyList<string> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        Change();
        var call = $"Exempt(\"{id}\")";
        foreach (var step in steps.Where(step => !Records.Exists(record => record.Code == step)))
        {
            Members.Add($"$.records[{Records.Count}]", call, ("code", nameof(steps)));
            Records.Add(new RecordDocument { Code = step, Name = Texts.Format("approval", name, step) });
        }

        Members.Add($"$.exemptions[{Exemptions.Count}]", call, ("when", nameof(steps)));
        Exemptions.Add(new ExemptionDocument
        {
            Id = id,
            Name = name,
            When = When.All([.. steps.Select(step => When.Recorded(step))]).Document,
            Cites = Cite($"exempt/{id}", null),
        });
        return This;
    }

    /// <summary>
    /// Takes subjects from a type of the host. Facts about others are then refused; without this, and without a <see cref="Subject"/>
    /// among the facts, whoever a mapped fact is about is assessed.
    /// </summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="subject">The subject that a fact stands for.</param>
    public TSelf FromSubjects<TFact>(Func<TFact, Subject> subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Change();
        Facts.MapSubjects(subject);
        return This;
    }

    private protected TSelf Follows(
        string call, string code, LocalText name, OutcomeKind kind, When when, LocalText? cites, bool saysWhen = false)
    {
        ArgumentNullException.ThrowIfNull(when);
        Change();
        Members.Add($"$.outcomes[{Outcomes.Count}]", call, saysWhen ? [] : [("when", "")]);
        Outcomes.Add(new OutcomeDocument
        {
            Code = code,
            Kind = WordOf(kind),
            Name = name,
            On = WordOf(OutcomeRow.Round),
            When = when.Document,
            Cites = Cite($"follows/{code}", cites),
        });
        return This;
    }
}
