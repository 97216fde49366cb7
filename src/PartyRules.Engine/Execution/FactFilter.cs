namespace PartyRules.Engine.Execution;

/// <summary>The positions of the facts of a list that meet conditions which several rules ask, so that each fact is tested once.</summary>
/// <remarks>Generated code tests the facts.</remarks>
internal sealed class FactFilter
{
    private int[] positions = new int[8];

    /// <summary>How many facts of the list were tested. A field, for generated code.</summary>
    public int Seen;

    /// <summary>How many of them meet the conditions. A field, for generated code.</summary>
    public int Count;

    /// <summary>Takes the next fact of the list.</summary>
    public void Add(bool isMet)
    {
        if (isMet)
        {
            if (Count == positions.Length)
                Array.Resize(ref positions, Count * 2);
            positions[Count++] = Seen;
        }

        Seen++;
    }

    /// <summary>The position of one of the facts that meet the conditions.</summary>
    public int At(int number) => positions[number];

    /// <summary>Forgets all facts.</summary>
    public void Forget() => (Seen, Count) = (0, 0);
}
