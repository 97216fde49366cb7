using System.Collections.Concurrent;
using NRules.RuleModel;
using PartyRules.Diagnostics;
using PartyRules.InCode;
using PartyRules.NRules.Sessions;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.NRules;

/// <summary>A session fact: something is wrong with what is about a subject.</summary>
/// <param name="of">Which scheme says so.</param>
/// <param name="key">Whom it is about.</param>
/// <param name="problems">What is wrong.</param>
/// <param name="year">What is wrong with the year; null for nothing.</param>
internal sealed class Fault(object of, string key, IReadOnlyList<Problem> problems, string? year = null)
{
    public object Of { get; } = of;

    private string Key { get; } = key;

    private IReadOnlyList<Problem> Problems { get; } = problems;

    private string? Year { get; } = year;

    /// <summary>Refuses what is wrong, by subject in ordinal order.</summary>
    public static void Refuse(IEnumerable<Fault> faults)
    {
        var all = faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).ToList();
        if (all.Find(fault => fault.Year is not null) is { Year: { } year })
            throw new InvalidOperationException(year);
        if (all.Count > 0)
            throw new ProblemException([.. all.SelectMany(fault => fault.Problems.Select(fault.Placed))]);
    }

    private Problem Placed(Problem problem) => Key.Length == 0
        ? problem
        : problem.At(new SourceLocation(path: problem.Location.Path is { } path ? $"{Key}: {path}" : Key));
}

/// <summary>Assesses the subject that a group of facts is about, or all subjects where they are compared.</summary>
/// <param name="scorer">The scorer.</param>
/// <param name="facts">What the scheme takes from a host's facts.</param>
/// <param name="share">What the scheme takes where there are others.</param>
/// <param name="take">
/// Where only the facts are made from which the rules start, told of each whose it is; null to assess at once.
/// </param>
internal sealed class SubjectAssessment(
    Scorer scorer, HostFacts facts, SchemesTogether.Share share, Func<object, string, bool>? take = null)
{
    private readonly ConcurrentDictionary<int, ConcurrentBag<ScoringWorker>> idle = new();

    public void In(
        IContext context, IEnumerable<AssessedYear> years, IEnumerable<EarlierResult> results, IGrouping<string, object> group)
    {
        var known = years.ToList();
        IReadOnlyList<object> made = known.Count == 1
            ? Made(group, known[0].Year, results, context.CancellationToken)
            : [new Fault(share, group.Key, [], YearFault(known))];
        Linked.Become(context, made, take is null ? null : fact => take(fact, group.Key));
    }

    private static string YearFault(List<AssessedYear> known) => known.Count == 0
        ? $"The session holds no {nameof(AssessedYear)}, so nobody is assessed. Insert the one year that is meant."
        : $"The session holds several years: {string.Join(", ", known.Select(year => year.Year).Order())}. Give each a session of its own.";

    private IReadOnlyList<object> Made(
        IGrouping<string, object> group, int year, IEnumerable<EarlierResult> results, CancellationToken cancellationToken)
    {
        try
        {
            var taken = facts.Read(group, scorer.Versions.SubjectKind, year);
            taken.Results.AddRange(results);
            if (taken.Problems.Count > 0)
                return [new Fault(share, group.Key, taken.Problems)];
            if (scorer.ComparesSubjects(year))
                return Compared(taken, year, cancellationToken);
            if (taken.Subjects is not [{ } subject] || subject.Kind != scorer.Versions.SubjectKind)
                return NotOne(group.Key, taken, year);
            return take is null ? [Assessed(subject, taken, year, cancellationToken)] : Begun(subject, taken, year);
        }
        catch (ProblemException exception)
        {
            return [new Fault(share, group.Key, exception.Problems)];
        }
    }

    private Assessment Assessed(Subject subject, TakenFacts taken, int year, CancellationToken cancellationToken)
    {
        var workers = idle.GetOrAdd(year, _ => []);
        if (!workers.TryTake(out var worker))
            worker = scorer.CreateWorker(year);
        try
        {
            return worker.Score(subject, taken.Entries, taken.Results, cancellationToken);
        }
        finally
        {
            workers.Add(worker);
        }
    }

    /// <summary>The facts from which the rules start; the dossier holds the entries.</summary>
    private IReadOnlyList<object> Begun(Subject subject, TakenFacts taken, int year) =>
        scorer.Check([subject], taken.Entries, year, taken.Results) is { Count: > 0 } problems
            ? [new Fault(share, subject.Id ?? "", problems)]
            : [.. scorer.FactsOf(subject, taken.Entries, year, taken.Results).Where(fact => fact is not Entry)];

    private List<object> Compared(TakenFacts taken, int year, CancellationToken cancellationToken)
    {
        var others = taken.Subjects.Where(share.Leaves).Select(subject => subject.Id).ToHashSet(StringComparer.Ordinal);
        taken.Subjects.RemoveAll(share.Leaves);
        others.ExceptWith(taken.Subjects.Select(subject => subject.Id));
        taken.Entries.RemoveAll(entry => entry.Subject is not null && others.Contains(entry.Subject) && share.Shares(entry));
        taken.Subjects.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return [.. scorer.Score(taken.Subjects, taken.Entries, year, earlier: taken.Results, cancellationToken: cancellationToken)];
    }

    /// <summary>
    /// What there is to say where not exactly one subject of the right kind has these facts: nothing where they are another scheme's.
    /// </summary>
    private IReadOnlyList<object> NotOne(string key, TakenFacts taken, int year)
    {
        if (taken.Subjects is [{ } subject] && share.Leaves(subject))
        {
            taken.Subjects.Clear();
            taken.Entries.RemoveAll(share.Shares);
        }

        return scorer.Check(taken.Subjects, taken.Entries, year, taken.Results) is { Count: > 0 } problems
            ? [new Fault(share, key, problems)]
            : [];
    }
}
