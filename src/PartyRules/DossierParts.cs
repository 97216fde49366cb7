namespace PartyRules;

/// <summary>Takes dossiers apart: each window of a period, or each reference, by itself.</summary>
internal static class DossierParts
{
    /// <summary>
    /// A dossier for each window of a period that ends on or after the first day judged and begins on or before the last, with the entries
    /// in it, in order. Those from before it are what conditions on it look back at.
    /// </summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="per">The window, not longer than the period.</param>
    public static IEnumerable<Dossier> PartsIn(this Dossier dossier, PeriodKind per) => dossier.PartsIn(per, dossier.FirstDay);

    /// <summary>The same from an earlier day on.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="per">The window, not longer than the period.</param>
    /// <param name="from">A day of the first window; not later than the first day judged.</param>
    public static IEnumerable<Dossier> PartsIn(this Dossier dossier, PeriodKind per, DateOnly from)
    {
        if (dossier.FirstDay > dossier.LastDay)
            yield break;
        var all = ByDate(dossier);
        var start = dossier.Before.Count;
        while (start > 0 && all[start - 1].Date >= from)
            start--;
        foreach (var window in Period.Between(from, dossier.LastDay, per, dossier.Period.FirstMonth))
        {
            var end = start;
            while (end < all.Length && all[end].Date <= window.End)
                end++;
            yield return dossier.Part(window, new ArraySegment<Entry>(all, start, end - start), new ArraySegment<Entry>(all, 0, start));
            start = end;
        }
    }

    /// <summary>
    /// A dossier for each reference that entries of some codes carry, with those entries, in the order of references. Those from before the
    /// period under the same reference are what conditions on it look back at.
    /// </summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="codes">The codes.</param>
    public static IEnumerable<(string Reference, Dossier Part)> PartsByReference(this Dossier dossier, IReadOnlyList<string> codes) =>
        dossier.Entries.Where(entry => codes.Contains(entry.Item))
            .GroupBy(entry => entry.Reference, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, dossier.Part(
                dossier.Period, same.ToArray(), dossier.Before.Where(entry => entry.Reference == same.Key).ToArray())));

    /// <summary>The entries from before the period, and then those in it, each by date.</summary>
    private static Entry[] ByDate(Dossier dossier)
    {
        Entry[] all = [.. dossier.Before, .. dossier.Entries];
        Array.Sort(all, dossier.Before.Count, dossier.Entries.Count, Entry.Chronological);
        return all;
    }
}
