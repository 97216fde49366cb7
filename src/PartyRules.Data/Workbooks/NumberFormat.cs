using System.Text;

namespace PartyRules.Data.Workbooks;

/// <summary>What a number format makes of a number.</summary>
internal enum NumberShape
{
    /// <summary>A number.</summary>
    Plain,

    /// <summary>A number with a percent sign, a hundred times as high as what is stored.</summary>
    Percent,

    /// <summary>A number of thousands or millions, lower than what is stored.</summary>
    Scaled,

    /// <summary>A date, with or without a time.</summary>
    Date,

    /// <summary>A time or a duration.</summary>
    Time,

    /// <summary>Digits that are filled up with zeros, or stand among letters.</summary>
    Pattern,
}

/// <summary>The number format of a cell, which is a part of its value: 0.95 may be 95%, and 1 may be 001.</summary>
/// <remarks>ISO/IEC 29500-1, 18.8.30 and 18.8.31. Immutable and thread-safe.</remarks>
internal sealed class NumberFormat
{
    private readonly string before = "", after = "";
    private readonly int digits;

    private NumberFormat(NumberShape shape) => Shape = shape;

    private NumberFormat(string before, int digits, string after)
        : this(NumberShape.Pattern) => (this.before, this.digits, this.after) = (before, digits, after);

    public static NumberFormat General { get; } = new(NumberShape.Plain);

    public NumberShape Shape { get; }

    /// <summary>The format of a number that the standard gives, and of those that Chinese versions of Excel add.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        9 or 10 => new NumberFormat(NumberShape.Percent),
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new NumberFormat(NumberShape.Date),
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => new NumberFormat(NumberShape.Time),
        _ => General,
    };

    /// <summary>Reads a format code: its first section, which is that of numbers from zero.</summary>
    public static NumberFormat Parse(string code)
    {
        if (code.StartsWith("General", StringComparison.OrdinalIgnoreCase) || code.StartsWith("G/", StringComparison.OrdinalIgnoreCase))
            return General;
        var (signs, literals) = Split(code);
        var letters = signs.ToUpperInvariant().Replace("E+", "", StringComparison.Ordinal).Replace("E-", "", StringComparison.Ordinal);
        var isTime = letters.AsSpan().ContainsAny("HS");
        if (letters.AsSpan().ContainsAny("YDEG") || (letters.Contains('M', StringComparison.Ordinal) && !isTime))
            return new NumberFormat(NumberShape.Date);
        if (isTime)
            return new NumberFormat(NumberShape.Time);
        if (signs.Contains('%', StringComparison.Ordinal))
            return new NumberFormat(NumberShape.Percent);
        if (signs.TrimEnd(' ').EndsWith(',') || signs.Contains(",.", StringComparison.Ordinal))
            return new NumberFormat(NumberShape.Scaled);
        var digits = signs.Count(sign => sign == '0');
        var isWhole = signs.Length > 0 && signs.All(sign => sign is '0' or '#' or '?');
        return isWhole && (digits > 1 || Array.Exists(literals, text => text.Length > 0))
            ? new NumberFormat(literals[0], digits, literals[1]) : General;
    }

    /// <summary>A whole number from 0 as the pattern shows it.</summary>
    public string Show(string wholeNumber) => before + wholeNumber.PadLeft(digits, '0') + after;

    /// <summary>
    /// The signs of the first section that stand for parts of the number, with nothing in the place of literal texts at its ends, and those
    /// texts.
    /// </summary>
    private static (string Signs, string[] Literals) Split(string code)
    {
        var signs = new StringBuilder();
        var literals = new[] { new StringBuilder(), new StringBuilder() };
        void Literal(char character)
        {
            literals[signs.Length == 0 ? 0 : 1].Append(character);
        }

        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    for (i++; i < code.Length && code[i] != '"'; i++)
                        Literal(code[i]);
                    break;
                case '\\' or '!' when i + 1 < code.Length:
                    Literal(code[++i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '[':
                    var end = Math.Max(i, code.IndexOf(']', i));
                    // [h], [m] and [s] count hours, minutes or seconds; what else stands in brackets is a colour, a
                    // condition or a language.
                    var inside = code[(i + 1)..Math.Max(i + 1, end)];
                    if (inside.Length > 0 && inside.All(sign => char.ToUpperInvariant(sign) is 'H' or 'M' or 'S'))
                        signs.Append('h');
                    i = end;
                    break;
                case '0' or '#' or '?' or '.' or ',' or '%' or '/' or '@' or 'E' or 'e' or '+' or '-' when code[i] is not '-'
                    || IsExponent(code, i):
                    signs.Append(code[i]);
                    break;
                default:
                    if (char.IsAsciiLetter(code[i]))
                        signs.Append(code[i]);
                    else
                        Literal(code[i]);
                    break;
            }
        }

        return (signs.ToString(), [.. literals.Select(literal => literal.ToString())]);
    }

    private static bool IsExponent(string code, int i) => i > 0 && code[i - 1] is 'E' or 'e';
}
