using System.Reflection;
using System.Reflection.Emit;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>What compiled code names, read from its metadata and its instructions: no way of writing a name hides it.</summary>
internal static class Compiled
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>A type and all that is nested in it: its parts, and what the compiler made of its lambdas and async methods.</summary>
    public static IEnumerable<Type> Whole(Type type) => type.GetNestedTypes(Own).SelectMany(Whole).Prepend(type);

    /// <summary>Every type that a type names, with the arguments of generic ones; what is nested in it is not looked into.</summary>
    public static IReadOnlySet<Type> TypesIn(Type type)
    {
        HashSet<Type> named = [];
        IEnumerable<Type?> all =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetGenericArguments().Where(a => a.IsGenericParameter).SelectMany(a => a.GetGenericParameterConstraints()),
            .. type.GetCustomAttributesData().SelectMany(Of),
            .. type.GetMembers(Own).Where(m => m is not Type).SelectMany(Of),
            .. Methods(type).SelectMany(MembersIn).SelectMany(Of),
            .. Methods(type).SelectMany(m => m.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? []),
        ];
        foreach (var one in all)
            Add(one, named);
        return named;
    }

    /// <summary>Every member that the instructions of a type name.</summary>
    public static IEnumerable<MemberInfo> MembersIn(Type type) => Methods(type).SelectMany(MembersIn);

    /// <summary>Every member that the instructions of a method name.</summary>
    public static IEnumerable<MemberInfo> MembersIn(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body)
            yield break;
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | body[at + 1]))] : Codes[body[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(body, at), ofType, ofMethod)!;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, at)),
                _ => 4,
            };
        }
    }

    /// <summary>Every member named on the way from a type's methods through the methods of the same assembly that they call.</summary>
    public static IReadOnlySet<MemberInfo> Reached(Type from)
    {
        HashSet<MemberInfo> reached = [];
        Queue<MemberInfo> ahead = new(Whole(from).SelectMany(Methods));
        while (ahead.TryDequeue(out var member))
        {
            if (!reached.Add(member) || member is not MethodBase method || method.Module != from.Module)
                continue;
            foreach (var next in MembersIn(method).Concat(StateMachine(method)))
                ahead.Enqueue(next);
        }

        return reached;
    }

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMembers(Own).OfType<MethodBase>();

    // The compiler moves the body of an async method or an iterator into a type of its own.
    private static IEnumerable<MemberInfo> StateMachine(MethodBase method)
        => method.GetCustomAttribute<System.Runtime.CompilerServices.StateMachineAttribute>() is { } moved ? Methods(moved.StateMachineType) : [];

    private static IEnumerable<Type?> Of(CustomAttributeData attribute)
        => attribute.ConstructorArguments.Select(a => a.Value).OfType<Type>().Prepend(attribute.AttributeType);

    private static IEnumerable<Type?> Of(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        PropertyInfo property => [property.PropertyType, .. property.GetCustomAttributesData().SelectMany(Of)],
        MethodInfo method => [method.DeclaringType, method.ReturnType, .. method.GetGenericArguments(), .. Parameters(method)],
        ConstructorInfo constructor => [constructor.DeclaringType, .. Parameters(constructor)],
        _ => [],
    };

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(p => p.ParameterType);

    private static void Add(Type? type, HashSet<Type> named)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
        {
            Add(type.GetElementType(), named);
            return;
        }

        if (!named.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
            if (!type.IsGenericType)
                return;
        foreach (var argument in type.GetGenericArguments())
            Add(argument, named);
    }
}
