using PartyRules.Data.Samples;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>The members of the sample county with their entries, made one after the other.</summary>
public static class SampleRecords
{
    public static IEnumerable<SubjectRecord> Of(int members)
    {
        using var entries = SampleCounty.Entries(members, 7, 2026).GetEnumerator();
        var hasMore = entries.MoveNext();
        foreach (var subject in SampleCounty.Subjects(members, 7))
        {
            var own = new List<Entry>(16);
            for (; hasMore && entries.Current.Subject == subject.Id; hasMore = entries.MoveNext())
                own.Add(entries.Current);
            yield return new SubjectRecord(subject, own);
        }
    }
}
