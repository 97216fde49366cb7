namespace PartyRules.Conditions;

/// <summary>What facts the clauses of a scheme look at, as each says by itself.</summary>
/// <remarks>Filled clause by clause. Not thread-safe.</remarks>
internal sealed class LookedAt
{
    /// <summary>The column that says to what a subject belongs.</summary>
    public const string Parent = "parent";

    /// <summary>The column that holds the grade of the previous cycle.</summary>
    public const string PreviousGrade = "previousGrade";

    private readonly Dictionary<string, SortedSet<string>> columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> indispensable = new(StringComparer.Ordinal);
    private readonly HashSet<string> valued = new(StringComparer.Ordinal);
    private readonly HashSet<string> levelled = new(StringComparer.Ordinal);
    private readonly HashSet<string> rated = new(StringComparer.Ordinal);
    private readonly HashSet<string> referenced = new(StringComparer.Ordinal);
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> levels = new(StringComparer.Ordinal);
    private readonly HashSet<string> evaluators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<EntryNumber>> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<IKnownResult> results = [];
    private readonly HashSet<(string Column, string Ranking)> places = [];
    private readonly HashSet<string> rankings = new(StringComparer.Ordinal);
    private string? clause;

    /// <summary>The identifiers of the rankings in which a condition asks for a place.</summary>
    public static IReadOnlySet<string> RankingsOf(Condition condition) => Of(condition).rankings;

    /// <summary>The columns of subjects, each with the clauses that look at it.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Columns => columns;

    /// <summary>The columns without which a clause cannot be worked out.</summary>
    public IReadOnlySet<string> Indispensable => indispensable;

    /// <summary>The codes of items and records of whose entries more is asked than what they earn.</summary>
    public IReadOnlySet<string> Codes => codes;

    /// <summary>The levels by which entries are told apart.</summary>
    public IReadOnlySet<string> Levels => levels;

    /// <summary>The evaluators by whom entries are told apart.</summary>
    public IReadOnlySet<string> Evaluators => evaluators;

    /// <summary>The other results that are looked at.</summary>
    public IReadOnlySet<IKnownResult> Results => results;

    /// <summary>
    /// The columns that state how many places a pool has: the same whole number for all of its subjects. Each with the ranking by which
    /// they are filled.
    /// </summary>
    public IReadOnlySet<(string Column, string Ranking)> PlacesOfPools => places;

    /// <summary>The codes of items and records whose values are read, apart from what entries are worth.</summary>
    public IReadOnlySet<string> Valued => valued;

    /// <summary>
    /// The codes of items and records whose levels are looked at, apart from what entries are worth and what applies to them.
    /// </summary>
    public IReadOnlySet<string> Levelled => levelled;

    /// <summary>
    /// The codes of items and records of which it matters who gave an entry, apart from appraisals and from what applies to it.
    /// </summary>
    public IReadOnlySet<string> Rated => rated;

    /// <summary>The codes of items and records whose references are looked at.</summary>
    public IReadOnlySet<string> Referenced => referenced;

    /// <summary>The numbers of entries that are looked at, by the codes of items and records, apart from what entries are worth.</summary>
    public IReadOnlyDictionary<string, HashSet<EntryNumber>> Numbers => numbers;

    /// <summary>Whether subjects compete with those of the same parent.</summary>
    public bool ComparesByParent { get; private set; }

    /// <summary>Whether a clause asks for what is not recorded by a day.</summary>
    public bool JudgesAbsence { get; private set; }

    /// <summary>Whether a measure compares the subject with others.</summary>
    public bool ComparesByMeasure { get; private set; }

    /// <summary>Whether a condition compares the subject with others by a measure.</summary>
    public static bool Compares(Condition condition) => Of(condition).ComparesByMeasure;

    /// <summary>Whether a clause asks for the total.</summary>
    public bool AsksForTotal { get; private set; }

    /// <summary>Whether a condition asks for the total, rather than for what makes it.</summary>
    public static bool TotalIn(Condition condition) => Of(condition).AsksForTotal;

    private static LookedAt Of(Condition condition)
    {
        var facts = new LookedAt();
        condition.LookAt(facts);
        return facts;
    }

    /// <summary>Whether a clause asks for working days.</summary>
    public bool AsksForWorkingDays { get; private set; }

    /// <summary>Says which clause looks at what follows.</summary>
    /// <param name="cites">What the clause rests on.</param>
    /// <returns>This, so that what it looks at can follow.</returns>
    public LookedAt By(Citation cites)
    {
        clause = cites.Clause;
        return this;
    }

    /// <summary>Says that the clause looks at a column of subjects, which may be absent.</summary>
    public void Column(string column)
    {
        if (!columns.TryGetValue(column, out var clauses))
            columns.Add(column, clauses = new SortedSet<string>(StringComparer.Ordinal));
        if (clause is not null)
            clauses.Add(clause);
    }

    /// <summary>Says that the clause cannot be worked out without a column of subjects.</summary>
    public void ColumnThatMustBeThere(string column)
    {
        Column(column);
        indispensable.Add(column);
    }

    /// <summary>Says that subjects compete with those of the same parent.</summary>
    public void PoolOfParent()
    {
        ColumnThatMustBeThere(Parent);
        ComparesByParent = true;
    }

    /// <summary>Says that a column states how many places a pool of a ranking has.</summary>
    public void Places(string column, string ranking)
    {
        ColumnThatMustBeThere(column);
        places.Add((column, ranking));
    }

    /// <summary>Says that a measure compares the subject with others.</summary>
    public void OthersOfPool() => ComparesByMeasure = true;

    /// <summary>Says that the clause asks for a place in a ranking.</summary>
    public void PlaceIn(string ranking) => rankings.Add(ranking);

    /// <summary>Says that the clause asks for the total.</summary>
    public void Total() => AsksForTotal = true;

    /// <summary>Says that the clause asks for entries of these codes.</summary>
    public void EntriesOf(params IEnumerable<string> asked) => codes.UnionWith(asked);

    /// <summary>Says that the clause tells entries of these levels from others.</summary>
    public void EntriesOfLevels(IEnumerable<string> words) => levels.UnionWith(words);

    /// <summary>Says that the clause tells entries by these evaluators from others.</summary>
    public void EntriesBy(IEnumerable<string> words) => evaluators.UnionWith(words);

    /// <summary>Says that the clause looks at another result.</summary>
    public void Result(IKnownResult result) => results.Add(result);

    /// <summary>Says that the clause reads the values of entries of these codes.</summary>
    public void ValuesOf(IEnumerable<string> codes) => valued.UnionWith(codes);

    /// <summary>Says that the clause reads a number of entries of these codes, which must then carry what it is made of.</summary>
    public void NumberOf(IEnumerable<string> codes, EntryNumber number)
    {
        foreach (var code in codes)
        {
            if (!numbers.TryGetValue(code, out var read))
                numbers.Add(code, read = []);
            read.Add(number);
        }
    }

    /// <summary>Says that the clause looks at the levels of entries of these codes.</summary>
    public void LevelsOf(IEnumerable<string> codes) => levelled.UnionWith(codes);

    /// <summary>Says that the clause looks at who gave entries of these codes.</summary>
    public void EvaluatorsOf(IEnumerable<string> codes) => rated.UnionWith(codes);

    /// <summary>Says that the clause looks at the references of entries of these codes; what must carry one need not be said.</summary>
    public void ReferencesOf(IEnumerable<string> codes) => referenced.UnionWith(codes);

    /// <summary>Says that the clause asks for what is not recorded by a day.</summary>
    public void Absence() => JudgesAbsence = true;

    /// <summary>Says that the clause asks for working days.</summary>
    public void WorkingDays() => AsksForWorkingDays = true;
}
