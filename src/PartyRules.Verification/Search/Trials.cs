using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Search;

/// <summary>Scores drafts by the scheme itself, so that whatever is shown by one is what the scheme does.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Trials
{
    private const int MostToShrink = 400;
    private const int MostOfOneQuestion = 2000;
    private readonly Scorer? scorer;
    private int begun;

    /// <summary>Trials of a scheme in a year.</summary>
    public Trials(SchemeVersions versions, int year)
    {
        Year = year;
        Scheme = versions.Of(year);
        scorer = Scheme.Components.Any(component => component.Rules is not null)
            ? null
            : new Scorer(versions, new ScorerOptions { Derivations = true });
    }

    /// <summary>The scheme as it is in the year.</summary>
    public Scheme Scheme { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>How many drafts were scored so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nothing can be tried, because rules in code that are not here give points.</summary>
    public bool IsImpossible => scorer is null;

    /// <summary>Whether as many were scored for one question as are worth it.</summary>
    public bool AreEnough => Count - begun >= MostOfOneQuestion;

    /// <summary>Begins with a question.</summary>
    public void Begin() => begun = Count;

    /// <summary>What the scheme makes of a draft; null where it refuses it.</summary>
    public Seen? Of(Draft draft)
    {
        if (scorer is null)
            return null;
        Count++;
        try
        {
            return new Seen(draft, scorer.Score(draft.Subjects, draft.Entries(), Year, earlier: draft.Earlier));
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    /// <summary>A draft as an example, as small as it can be made by leaving things out while it still shows the same.</summary>
    public Example Smallest(Draft draft, Func<Seen, bool> shows)
    {
        var best = draft;
        for (var size = int.MaxValue; best.Size < size && best.Size <= MostToShrink;)
        {
            size = best.Size;
            Halve();
            Reduce(draft => draft.Rivals.Count, (draft, i) => draft with { Rivals = draft.Rivals.RemoveAt(i) });
            Reduce(draft => draft.Acts.Count, (draft, i) => draft with { Acts = draft.Acts.RemoveAt(i) });
            Reduce(draft => draft.Earlier.Count, (draft, i) => draft with { Earlier = draft.Earlier.RemoveAt(i) });
            for (var rival = 0; rival < best.Rivals.Count; rival++)
            {
                var at = rival;
                Reduce(
                    draft => draft.Rivals[at].Count,
                    (draft, i) => draft with { Rivals = draft.Rivals.SetItem(at, draft.Rivals[at].RemoveAt(i)) });
            }
        }

        return ExampleOf(Of(best)!);

        void Halve()
        {
            while (best.Acts.Count > 8 && Take(best with { Acts = best.Acts.RemoveRange(0, best.Acts.Count / 2) }))
            {
            }
        }

        void Reduce(Func<Draft, int> count, Func<Draft, int, Draft> without)
        {
            for (var i = count(best) - 1; i >= 0; i--)
                Take(without(best, i));
        }

        bool Take(Draft smaller)
        {
            if (Of(smaller) is not { } seen || !shows(seen))
                return false;
            best = smaller;
            return true;
        }
    }

    /// <summary>A draft that was scored as an example.</summary>
    public Example ExampleOf(Seen seen) => new(
        Year,
        seen.Draft.Subjects,
        seen.Draft.Entries(),
        seen.Draft.Earlier,
        seen.Results);
}
