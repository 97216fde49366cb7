using System.Globalization;
using PartyRules.Arithmetic;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Measures;

/// <summary>How measures are told.</summary>
internal static class MeasureTelling
{
    /// <summary>Tells what a measure is, and of what it was made.</summary>
    public static void TellMeasure(this Telling account, Measure measure, in Known known)
    {
        account.Line("measure", measure.Name, account.NumberOf(measure.Of(known)), account.Cited(measure.Cites));
        account.TellQuantity(measure.Quantity, known);
    }

    private static void TellQuantity(this Telling account, Quantity quantity, in Known known)
    {
        switch (quantity)
        {
            case BoundedQuantity bounded:
                account.TellQuantity(bounded.Quantity, known);
                account.TellBounds(bounded, known);
                break;
            case SumQuantity sum:
                account.TellTerms(sum, known);
                break;
            case EntriesQuantity entries:
                account.TellEntries(entries, known.Dossier);
                break;
            case WindowsQuantity windows:
                account.TellWindows(windows, known.Dossier);
                break;
            case RatioQuantity ratio:
                account.Line(
                    "measure.ratio",
                    ratio.Measure.Name,
                    account.NumberOf(ratio.Measure.Of(known)),
                    ratio.By.Name,
                    account.NumberOf(ratio.By.Of(known)));
                break;
            case PoolQuantity pool:
                account.Line("measure.pool", pool.Measure.Name, account.NumberOf(pool.Measure.Of(known)));
                if (pool.Among is { } among && !among.Holds(known))
                    account.Line("measure.not-among", account.Conditions.Of(among));
                break;
            case DaysQuantity days:
                account.TellDays(days, known.Dossier);
                break;
            case SinceQuantity { Calendar: { } calendar } since when since.RangeOf(known.Dossier) is { } range && range.Since < range.On:
                account.TellDays(calendar, range.Since.AddDays(1), range.On);
                break;
            case ResultsQuantity results:
                account.TellResults(results, known.Dossier);
                break;
            default:
                break;
        }
    }

    private static void TellTerms(this Telling account, SumQuantity sum, in Known known)
    {
        foreach (var term in sum.Terms)
        {
            if (term.Measure is null)
                account.Line("measure.term", account.NumberOf(term.Times));
            else if (term.Times.CompareTo(Exact.Of(1)) == 0)
                account.Line("measure.term.of", term.Measure.Name, account.NumberOf(term.Measure.Of(known)));
            else
                account.Line(
                    "measure.term.times", term.Measure.Name, account.NumberOf(term.Measure.Of(known)), account.NumberOf(term.Times));
        }
    }

    /// <summary>Tells the bound that changed a number, where one did.</summary>
    private static void TellBounds(this Telling account, BoundedQuantity bounded, in Known known)
    {
        if (bounded.Quantity.Of(known) is not { } number || bounded.Of(known) is not { } kept || kept.CompareTo(number) == 0)
            return;
        var bound = kept.CompareTo(number) > 0 ? bounded.Minimum : bounded.Maximum;
        account.Line(
            kept.CompareTo(number) > 0 ? "measure.minimum" : "measure.maximum",
            account.NumberOf(number),
            account.InCase(account.NumberOf(kept), bound));
    }

    private static void TellDays(this Telling account, DaysQuantity days, Dossier dossier)
    {
        var (from, to) = DaysQuantity.RangeOf(dossier);
        if (days.Days is { } meant)
            account.TellDays(meant.Calendar, from, to);
        else
            account.Line("measure.days", from.ToString("O", CultureInfo.InvariantCulture), to.ToString("O", CultureInfo.InvariantCulture));
    }

    private static void TellResults(this Telling account, ResultsQuantity results, Dossier dossier)
    {
        var told = results.ResultsOf(dossier).Select(result => account.Text(
            result.Grade.Length == 0 ? "measure.result" : "measure.result.graded",
            result.Subject,
            result.Total?.ToString() ?? account.NumberOf(null),
            result.Grade)).ToList();
        if (told.Count > 0)
            account.Line("measure.entries", string.Join(account.Text("list.separator"), told));
    }

    private static void TellEntries(this Telling account, EntriesQuantity entries, Dossier dossier)
    {
        var told = entries.EntriesOf(dossier).Order(Entry.Chronological).Select(entry => account.TextOf(entry, entries)).ToList();
        if (told.Count > 0)
            account.Line("measure.entries", string.Join(account.Text("list.separator"), told));
    }

    private static string TextOf(this Telling account, Entry entry, EntriesQuantity entries) => entries.Take switch
    {
        Take.Count => account.Text("measure.entry", entry.Id, account.WhenOf(entry, entries)),
        Take.Distinct => account.Text("measure.entry.with", entry.Id, account.WhenOf(entry, entries), entry.Reference),
        _ => account.Text(
            "measure.entry.with",
            entry.Id,
            account.WhenOf(entry, entries),
            entries.Meant.Number is { IsColumn: false } number ? account.TextOf(number, entry) : account.NumberOf(entries.NumberOf(entry))),
    };

    /// <summary>The date of an entry, with its time of day where that is looked at.</summary>
    private static string WhenOf(this Telling account, Entry entry, EntriesQuantity entries) => entries.Meant.Time is { } window
        ? account.Text("measure.when", Telling.DateOf(entry), account.TextOf(window.Time.To, entry))
        : Telling.DateOf(entry);

    /// <summary>Tells what each window holds; of days, weeks and parts of months, which are many, those that have entries.</summary>
    private static void TellWindows(this Telling account, WindowsQuantity windows, Dossier dossier)
    {
        var areMany = windows.Per >= PeriodKind.HalfMonth;
        var told = windows.PartsOf(dossier)
            .Where(part => !areMany || part.Dossier.Entries.Count > 0)
            .Select(part => account.Text(
                "measure.window", part.Name, account.NumberOf(windows.Measure.Of(new Known(part.Dossier))))).ToList();
        if (told.Count > 0)
            account.Line(
                areMany ? "measure.windows.some" : "measure.windows",
                windows.Measure.Name,
                string.Join(account.Text("list.separator"), told));
    }
}
