using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>The earlier results that a scheme looks at: by whom they are about, and by their parents.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class OtherResults
{
    private readonly ILookup<string, EarlierResult> bySubject;
    private readonly ILookup<string, EarlierResult>? byParent;

    private OtherResults(IReadOnlyList<EarlierResult> results, bool byParents)
    {
        bySubject = results.ToLookup(result => result.Subject, StringComparer.Ordinal);
        byParent = byParents ? results.ToLookup(result => result.Parent, StringComparer.Ordinal) : null;
    }

    /// <summary>The results; null where the scheme looks at none.</summary>
    public static OtherResults? Of(Scheme scheme, IReadOnlyList<EarlierResult>? results) => scheme.Inputs.Count == 0 || results is null
        ? null
        : new OtherResults(results, scheme.Inputs.Any(input => input.IsOfChildren));

    /// <summary>The results of one subject.</summary>
    public IEnumerable<EarlierResult> Of(string subject) => bySubject[subject];

    /// <summary>Those that the inputs of a scheme may name for a subject, each once.</summary>
    public IEnumerable<EarlierResult> For(Scheme scheme, Subject subject)
    {
        var ofSubjects = scheme.Inputs.Where(input => !input.IsOfChildren).Select(input => input.SubjectOf(subject))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(id => bySubject[id]);
        return byParent is null ? ofSubjects : ofSubjects.Union(byParent[subject.Id]);
    }
}
