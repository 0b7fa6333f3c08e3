using System.Reflection;
using System.Reflection.Emit;

namespace ArchiveScrub.Tests.Architecture;

/// <summary>
/// The types that a type really uses: in its signatures and in the code of its methods. A scan for <c>using</c> would miss
/// the public types, which share one namespace whatever folder they stand in.
/// </summary>
internal static class UsedTypes
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static f => (OpCode)f.GetValue(null)!).ToDictionary(static o => o.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(type.BaseType, used);
        foreach (var contract in type.GetInterfaces())
        {
            Add(contract, used);
        }

        foreach (var field in type.GetFields(Everything))
        {
            Add(field.FieldType, used);
        }

        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            Add((method as MethodInfo)?.ReturnType, used);
            foreach (var parameter in method.GetParameters())
            {
                Add(parameter.ParameterType, used);
            }

            AddBody(method, used);
        }

        return used;
    }

    private static void AddBody(MethodBase method, HashSet<Type> used)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Add(local.LocalType, used);
        }

        var il = body.GetILAsByteArray()!;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? OpCodes[(short)(0xFE00 | il[at + 1])] : OpCodes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                AddMember(method, BitConverter.ToInt32(il, at), used);
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static void AddMember(MethodBase method, int token, HashSet<Type> used)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, typeArguments, method.IsGenericMethod ? method.GetGenericArguments() : null);
        Add(member as Type ?? member!.DeclaringType, used);
        if (member is MethodBase called)
        {
            foreach (var argument in called.IsGenericMethod ? called.GetGenericArguments() : [])
            {
                Add(argument, used);
            }

            Add((called as MethodInfo)?.ReturnType, used);
        }
        else if (member is FieldInfo field)
        {
            Add(field.FieldType, used);
        }
    }

    private static void Add(Type? type, HashSet<Type> used)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(type.GetElementType(), used);
            return;
        }

        foreach (var argument in type.GetGenericArguments())
        {
            Add(argument, used);
        }

        used.Add(type);
    }
}
