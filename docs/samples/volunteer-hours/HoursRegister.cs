using System.Globalization;
using PartyRules;

namespace Estate;

/// <summary>Where hours of voluntary service are registered: a service, a table, or as here a file.</summary>
internal interface IHoursRegister
{
    /// <summary>The hours of a member in a year; null for somebody who is not registered.</summary>
    /// <param name="member">The member's identifier.</param>
    /// <param name="year">The year.</param>
    Points? HoursOf(string member, int year);
}

/// <summary>A register in <c>hours.csv</c>, with the columns <c>member,date,hours</c>. Read once; thread-safe.</summary>
internal sealed class CsvHoursRegister : IHoursRegister
{
    private readonly ILookup<string, (int Year, Points Hours)> hours;

    /// <summary>Reads a register.</summary>
    /// <param name="path">The file.</param>
    public CsvHoursRegister(string path) => hours = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToLookup(
        row => row[0],
        row => (DateOnly.ParseExact(row[1], "yyyy-MM-dd", CultureInfo.InvariantCulture).Year, Points.Parse(row[2])));

    /// <inheritdoc/>
    public Points? HoursOf(string member, int year) => !hours.Contains(member)
        ? null
        : hours[member].Where(row => row.Year == year).Aggregate(Points.Zero, (sum, row) => sum + row.Hours);
}
