using PartyRules.Arithmetic;

namespace PartyRules.Schemes;

/// <summary>Another result whose total counts towards a component.</summary>
internal sealed class Carried(ResultInput input, Points percent, bool isRequired, Citation cites)
{
    public ResultInput Input { get; } = input;

    public Points Percent { get; } = percent;

    /// <summary>Whether the subject's own result is incomplete without it.</summary>
    public bool IsRequired { get; } = isRequired;

    public Citation Cites { get; } = cites;

    /// <summary>What it adds.</summary>
    public Exact Of(Dossier dossier) =>
        Input.Find(dossier)?.Total is { } total ? Exact.Of(total) * Exact.Of(Percent) / new Exact(100, 1) : Exact.Zero;
}
