using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PartyRules.Architecture.Tests.Reading;

/// <summary>The instructions of a method.</summary>
internal static class MethodBody
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private static readonly OperandType[] Tokens =
        [OperandType.InlineType, OperandType.InlineMethod, OperandType.InlineField, OperandType.InlineTok, OperandType.InlineSig];

    /// <summary>What the instructions name: types, methods, fields and signatures.</summary>
    public static IEnumerable<EntityHandle> TokensOf(byte[] instructions)
    {
        for (var at = 0; at < instructions.Length;)
        {
            int code = instructions[at++];
            if (code == 0xFE)
                code = (code << 8) | instructions[at++];
            var operand = Operands[code];
            if (Tokens.Contains(operand))
                yield return MetadataTokens.EntityHandle(BitConverter.ToInt32(instructions, at));
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(instructions, at)),
                _ => 4,
            };
        }
    }
}
