using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PartyRules.Architecture.Tests.Reading;

/// <summary>A project as it was compiled: who in it knows whom.</summary>
/// <remarks>
/// Known is what a signature, a base, a constraint, an attribute, a local or an instruction names. Constants are copied to where they are
/// used, and <c>nameof</c> and <c>cref</c> leave no trace.
/// </remarks>
internal sealed class CompiledProject
{
    private readonly MetadataReader metadata;
    private readonly PEReader file;
    private readonly List<Arrow> arrows = [];
    private readonly TypeNames names;
    private CompiledType from = null!;
    private string member = "";

    private CompiledProject(PEReader file)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
        names = new(metadata, to => arrows.Add(new(from, member, to)));
        References = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        foreach (var handle in metadata.TypeDefinitions)
            ReadType(handle);
        Arrows = [.. arrows.Where(arrow => arrow.From != arrow.To).Distinct()];
        Namespaces = [.. metadata.TypeDefinitions.Select(names.NameOf).Where(IsWritten).Select(type => type.Namespace).Distinct()];
    }

    /// <summary>The assemblies that it refers to.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>The namespaces of its types.</summary>
    public IReadOnlyList<string> Namespaces { get; }

    /// <summary>Who knows whom, types of other assemblies included.</summary>
    public IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>Reads a project's assembly, which lies beside the tests.</summary>
    public static CompiledProject Read(string project)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{project}.dll")));
        return new CompiledProject(file);
    }

    /// <summary>
    /// Whether somebody wrote the type: those that the compiler adds to an assembly stand in no namespace or in that of the framework.
    /// </summary>
    private static bool IsWritten(CompiledType type) => type.Namespace.StartsWith(nameof(PartyRules), StringComparison.Ordinal);

    private void ReadType(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        from = names.NameOf(handle);
        member = "declaration";
        ReadAttributes(type.GetCustomAttributes());
        ReadConstraints(type.GetGenericParameters());
        Add(type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
            Add(metadata.GetInterfaceImplementation(implementation).Interface);
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            member = Written(metadata.GetString(field.Name));
            ReadAttributes(field.GetCustomAttributes());
            field.DecodeSignature(names, null);
        }

        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            member = metadata.GetString(property.Name);
            ReadAttributes(property.GetCustomAttributes());
            property.DecodeSignature(names, null);
        }

        foreach (var happening in type.GetEvents().Select(metadata.GetEventDefinition))
        {
            member = metadata.GetString(happening.Name);
            ReadAttributes(happening.GetCustomAttributes());
            Add(happening.Type);
        }

        foreach (var method in type.GetMethods())
            ReadMethod(type, metadata.GetMethodDefinition(method));
    }

    private void ReadMethod(TypeDefinition type, MethodDefinition method)
    {
        var own = metadata.GetString(method.Name);
        member = Written(own == "MoveNext" ? metadata.GetString(type.Name) : own);
        ReadAttributes(method.GetCustomAttributes());
        ReadConstraints(method.GetGenericParameters());
        foreach (var parameter in method.GetParameters())
            ReadAttributes(metadata.GetParameter(parameter).GetCustomAttributes());
        method.DecodeSignature(names, null);
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        foreach (var region in body.ExceptionRegions)
            Add(region.CatchType);
        foreach (var token in MethodBody.TokensOf(body.GetILBytes() ?? []))
            Add(token);
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                names.Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                names.Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(names, null);
                Add(method.Method);
                break;
            default:
                names.Add(handle);
                break;
        }
    }

    private void ReadAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes.Select(metadata.GetCustomAttribute))
        {
            Add(attribute.Constructor);
            attribute.DecodeValue(names);
        }
    }

    private void ReadConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
            Add(metadata.GetGenericParameterConstraint(constraint).Type);
    }

    /// <summary>The name that somebody wrote: lambdas, iterators and fields behind properties carry it in angle brackets.</summary>
    private static string Written(string name)
    {
        var start = name.TrimStart('<');
        var end = start.IndexOf('>', StringComparison.Ordinal);
        return start.Length < name.Length && end > 0 ? start[..end] : name;
    }
}
