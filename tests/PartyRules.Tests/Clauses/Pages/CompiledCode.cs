using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using PartyRules.Clauses.Core;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>The texts that the library's compiled methods hold. What a kind of clause can report and tell is among them.</summary>
internal static class CompiledCode
{
    private const int FirstOfTwoBytes = 0xFE;
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value, code => code.OperandType);

    private static readonly IReadOnlyDictionary<MethodDefinitionHandle, Method> Methods = Read();

    /// <summary>The XML documentation that is compiled beside the library.</summary>
    public static string Documentation { get; } = File.ReadAllText(Path.ChangeExtension(typeof(ClauseKind).Assembly.Location, ".xml"));

    /// <summary>The texts in the methods of a namespace, and in the checks that these ask, directly or through another check.</summary>
    /// <param name="room">The namespace.</param>
    public static IReadOnlySet<string> TextsIn(string room)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var followed = new HashSet<MethodDefinitionHandle>();
        var waiting =
            new Queue<MethodDefinitionHandle>(Methods.Where(method => method.Value.Namespace == room).Select(method => method.Key));
        while (waiting.TryDequeue(out var handle))
        {
            if (!followed.Add(handle))
                continue;
            texts.UnionWith(Methods[handle].Texts);
            foreach (var called in Methods[handle].Calls.Where(IsCheck))
                waiting.Enqueue(called);
        }

        return texts;
    }

    /// <summary>The texts in those methods of a namespace that tell something.</summary>
    /// <param name="room">The namespace.</param>
    public static IReadOnlySet<string> TextsToldIn(string room) => Methods.Values
        .Where(method => method.Namespace == room && method.Calls.Any(called => Methods[called].Type == nameof(Telling)))
        .SelectMany(method => method.Texts).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether a method checks what any kind may say. What takes a document reads a clause, and checks it for the kind whose it is.
    /// </summary>
    private static bool IsCheck(MethodDefinitionHandle handle)
    {
        var method = typeof(ClauseKind).Module.ResolveMethod(MetadataTokens.GetToken(handle))!;
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        return Methods[handle].Type == nameof(Resolving)
            || (parameters.FirstOrDefault() == typeof(Resolving)
                && !parameters.Exists(type => type.Name.EndsWith("Document", StringComparison.Ordinal)));
    }

    private static Dictionary<MethodDefinitionHandle, Method> Read()
    {
        using var file = new PEReader(File.OpenRead(typeof(ClauseKind).Assembly.Location));
        var metadata = file.GetMetadataReader();
        return metadata.MethodDefinitions.ToDictionary(
            handle => handle, handle => Read(file, metadata, metadata.GetMethodDefinition(handle)));
    }

    private static Method Read(PEReader file, MetadataReader metadata, MethodDefinition definition)
    {
        var type = metadata.GetTypeDefinition(definition.GetDeclaringType());
        while (!type.GetDeclaringType().IsNil)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        var method = new Method(metadata.GetString(type.Namespace), metadata.GetString(type.Name), [], []);
        if (definition.RelativeVirtualAddress == 0)
            return method;
        var code = file.GetMethodBody(definition.RelativeVirtualAddress).GetILReader();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var operand = Operands[first == FirstOfTwoBytes ? (short)(first << 8 | code.ReadByte()) : first];
            switch (operand)
            {
                case OperandType.InlineString:
                    method.Texts.Add(metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(code.ReadInt32())));
                    break;
                case OperandType.InlineMethod:
                    if (Called(metadata, MetadataTokens.Handle(code.ReadInt32())) is { } called)
                        method.Calls.Add(called);
                    break;
                case OperandType.InlineSwitch:
                    var ways = code.ReadInt32();
                    code.Offset += ways * sizeof(int);
                    break;
                default:
                    code.Offset += SizeOf(operand);
                    break;
            }
        }

        return method;
    }

    /// <summary>The method of the library that a token means; null for any other.</summary>
    private static MethodDefinitionHandle? Called(MetadataReader metadata, Handle token) => token.Kind switch
    {
        HandleKind.MethodDefinition => (MethodDefinitionHandle)token,
        HandleKind.MethodSpecification => Called(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
        _ => null,
    };

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    /// <summary>A method as it is compiled.</summary>
    /// <param name="Namespace">The namespace of its type.</param>
    /// <param name="Type">Its type, or that within which its type stands.</param>
    /// <param name="Texts">The texts in it.</param>
    /// <param name="Calls">The methods of the library that it calls.</param>
    private sealed record Method(string Namespace, string Type, List<string> Texts, List<MethodDefinitionHandle> Calls);
}
