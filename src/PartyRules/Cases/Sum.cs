using PartyRules.Arithmetic;

namespace PartyRules.Cases;

/// <summary>
/// Works out an expected figure: numbers with or without a minus, <c>+ - * /</c> and brackets, exactly. Nothing else is understood.
/// </summary>
internal ref struct Sum
{
    private const int MaximumDepth = 32;

    private readonly ReadOnlySpan<char> text;
    private int at;
    private int depth;
    private bool isWrong;

    private Sum(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Works a figure out.</summary>
    /// <returns>Whether the text is such a figure.</returns>
    public static bool TryWorkOut(string text, out Exact figure)
    {
        var sum = new Sum(text);
        figure = text.Length > 500 ? Exact.Zero : sum.Terms();
        return text.Length <= 500 && !sum.isWrong && sum.Next() == '\0';
    }

    private Exact Terms()
    {
        var left = Factors();
        while (Next() is '+' or '-')
        {
            var isMinus = text[at++] == '-';
            var right = Factors();
            left += isMinus ? right * new Exact(-1, 1) : right;
        }

        return left;
    }

    private Exact Factors()
    {
        var left = Number();
        while (Next() is '*' or '/')
        {
            var divides = text[at++] == '/';
            var right = Number();
            if (divides && right.Numerator <= 0)
                isWrong = true;
            else
                left = divides ? left / right : left * right;
        }

        return left;
    }

    private Exact Number()
    {
        var next = Next();
        if (next == '(' && depth < MaximumDepth)
        {
            at++;
            depth++;
            var inner = Terms();
            depth--;
            isWrong |= Next() != ')';
            at = Math.Min(at + 1, text.Length);
            return inner;
        }

        if (next == '-')
        {
            at++;
            return Number() * new Exact(-1, 1);
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        if (Points.TryParse(text[start..at], out var number))
            return Exact.Of(number);
        isWrong = true;
        at = text.Length;
        return Exact.Zero;
    }

    private char Next()
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at < text.Length ? text[at] : '\0';
    }
}
