using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PartyRules.Architecture.Tests.Reading;

/// <summary>Hands every type that a signature or an attribute names to a sink.</summary>
internal sealed class TypeNames(MetadataReader metadata, Action<CompiledType> sink)
    : ISignatureTypeProvider<CompiledType?, object?>, ICustomAttributeTypeProvider<CompiledType?>
{
    private static readonly CompiledType SystemType = new(nameof(System), nameof(Type));

    /// <summary>Names the type of a handle, and those in its arguments.</summary>
    public void Add(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                sink(NameOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                sink(NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            default:
                break;
        }
    }

    public CompiledType NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var around = type.GetDeclaringType();
        return around.IsNil ? new(metadata.GetString(type.Namespace), metadata.GetString(type.Name)) : NameOf(around);
    }

    private CompiledType NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope)
            : new(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    public CompiledType? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Named(handle);

    public CompiledType? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        Add(handle);
        return NameOf(handle);
    }

    public CompiledType? GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        Named(handle);

    /// <summary>A type that an attribute names in text: <c>Namespace.Type+Nested, Assembly</c>.</summary>
    public CompiledType? GetTypeFromSerializedName(string name)
    {
        var full = name.Split(',', '+', '`', '[')[0];
        var end = full.LastIndexOf('.');
        sink(new(end < 0 ? "" : full[..end], full[(end + 1)..]));
        return null;
    }

    private CompiledType? Named(EntityHandle handle)
    {
        Add(handle);
        return null;
    }

    // What a signature is built up of is of no interest: its parts have been named by then.
    public CompiledType? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

    public CompiledType? GetSystemType() => SystemType;

    public CompiledType? GetArrayType(CompiledType? elementType, ArrayShape shape) => null;

    public CompiledType? GetSZArrayType(CompiledType? elementType) => null;

    public CompiledType? GetByReferenceType(CompiledType? elementType) => null;

    public CompiledType? GetPointerType(CompiledType? elementType) => null;

    public CompiledType? GetPinnedType(CompiledType? elementType) => null;

    public CompiledType? GetFunctionPointerType(MethodSignature<CompiledType?> signature) => null;

    public CompiledType? GetGenericInstantiation(CompiledType? genericType, ImmutableArray<CompiledType?> typeArguments) => null;

    public CompiledType? GetGenericMethodParameter(object? genericContext, int index) => null;

    public CompiledType? GetGenericTypeParameter(object? genericContext, int index) => null;

    public CompiledType? GetModifiedType(CompiledType? modifier, CompiledType? unmodifiedType, bool isRequired) => null;

    public bool IsSystemType(CompiledType? type) => type == SystemType;

    // Enums in attributes are written with the size of an int, as all of ours are.
    public PrimitiveTypeCode GetUnderlyingEnumType(CompiledType? type) => PrimitiveTypeCode.Int32;
}
