using PartyRules.Data.Messages;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Summaries;

/// <summary>The subjects that a scheme passes over because they are of another kind than the one it assesses.</summary>
/// <remarks>
/// The same subjects give the same kinds in whatever order, and on however many threads, they are added. However many kinds there are, a
/// hundred are kept: the first ones in the order of <see cref="Kinds"/>. Not thread-safe.
/// </remarks>
public sealed class OtherKinds
{
    /// <summary>How many kinds are kept.</summary>
    internal const int Most = 100;

    private const int MostNamed = 10;
    private static readonly MessageCatalog Texts =
        new("PartyRules.Data.Resources.OtherKinds", typeof(OtherKinds).Assembly);

    private readonly Scheme scheme;
    private readonly Dictionary<string, Found> kept = new(StringComparer.Ordinal);
    private readonly SortedSet<Found> inOrder = new(Found.SlipsFirst);

    internal OtherKinds(Scheme scheme) => this.scheme = scheme;

    /// <summary>How many subjects are passed over.</summary>
    public long Subjects { get; private set; }

    /// <summary>Their kinds: likely slips of the pen first, then the others, both ordinally; at most a hundred.</summary>
    public IReadOnlyList<OtherKind> Kinds => [.. inOrder.Select(found => new OtherKind(found.Kind, found.Count, found.Meant))];

    /// <summary>What to tell people: how many are passed over, why, and of which kinds; null where none is.</summary>
    public LocalText? Notice => Subjects == 0
        ? null
        : Texts.Format("notice", Subjects, scheme.ToString(), scheme.SubjectKind, Named());

    /// <summary>Those among some subjects.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="subjects">
    /// The subjects, as they are read from a data set: their kinds are codes. One without a kind is left out.
    /// </param>
    public static OtherKinds Of(Scheme scheme, IEnumerable<Subject> subjects)
    {
        var others = new OtherKinds(scheme);
        foreach (var subject in subjects.Where(subject => subject.Kind != scheme.SubjectKind && subject.Kind.Length > 0))
            others.Add(subject.Kind);
        return others;
    }

    /// <summary>That nobody at all can be assessed, because every subject is of another kind.</summary>
    /// <param name="file">The file that holds the subjects.</param>
    internal Problem Nobody(string file)
    {
        var kinds = scheme.Words.Kinds;
        var names = kinds.Aliases.Where(word => kinds.CodeOf(word) == scheme.SubjectKind).ToList();
        return DataMessages.Problem(
            "data.nobody",
            new SourceLocation(file, path: "kind"),
            scheme.SubjectKind,
            names.Count == 0 ? null : DataMessages.Format("data.also-called", string.Join(", ", names)),
            scheme.ToString(),
            Subjects,
            Named());
    }

    internal void Add(string kind, long count = 1)
    {
        Subjects += count;
        if (!kept.TryGetValue(kind, out var found))
        {
            found = new Found(kind, MeantBy(kind));
            if (inOrder.Count == Most && Found.SlipsFirst.Compare(found, inOrder.Max) > 0)
                return;
            kept.Add(kind, found);
            inOrder.Add(found);
            if (inOrder.Count > Most)
                Drop(inOrder.Max!);
        }

        found.Count += count;
    }

    internal void Add(OtherKinds others)
    {
        foreach (var found in others.inOrder)
            Add(found.Kind, found.Count);
        Subjects += others.Subjects - others.inOrder.Sum(found => found.Count);
    }

    private void Drop(Found found)
    {
        kept.Remove(found.Kind);
        inOrder.Remove(found);
    }

    /// <summary>The word for the assessed kind that was probably meant; null where the kind is a known one, or nearer to another.</summary>
    private string? MeantBy(string kind)
    {
        var known = scheme.Words.Kinds;
        return !known.Codes.Contains(kind, StringComparer.Ordinal)
            && NearestWord.Find(kind, [.. known.Codes, .. known.Aliases]) is { } nearest
            && known.CodeOf(nearest) == scheme.SubjectKind
                ? nearest
                : null;
    }

    /// <summary>The kinds in words; where there are many, the first ones and how many subjects are of further kinds.</summary>
    private LocalText Named()
    {
        var named = inOrder.Take(MostNamed).ToList();
        var texts = named.ConvertAll(found => found.Meant is null
            ? Texts.Quote("kind", found.Kind, found.Count)
            : Texts.Quote("kind.meant", found.Kind, found.Count, found.Meant));
        if (Subjects - named.Sum(found => found.Count) is > 0 and var rest)
            texts.Add(Texts.Format("kinds.further", rest));
        return texts.Aggregate((left, right) => Texts.Format("kinds.both", left, right));
    }

    private sealed class Found(string kind, string? meant)
    {
        public string Kind => kind;

        public string? Meant => meant;

        public static IComparer<Found> SlipsFirst { get; } = Comparer<Found>.Create((left, right) =>
            (left.Meant is null).CompareTo(right.Meant is null) is var bySlip && bySlip != 0
                ? bySlip
                : string.CompareOrdinal(left.Kind, right.Kind));

        public long Count { get; set; }
    }
}

/// <summary>A kind that a scheme does not assess.</summary>
/// <param name="Kind">The kind: its code where the scheme knows it, else the word in the data.</param>
/// <param name="Count">How many subjects are of it.</param>
/// <param name="Meant">
/// The word for the assessed kind that was probably meant; null where the kind does not look like a slip of the pen.
/// </param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record OtherKind(string Kind, long Count, string? Meant);
