using CoopMarket.Domain.Shared;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>How a route is really used by whoever may use it.</summary>
/// <param name="Address">Where, for one side.</param>
internal sealed record Attempt(Func<World, Side, string> Address)
{
    public Attempt(Func<Side, string> address)
        : this((_, side) => address(side))
    {
    }

    public Attempt(string address)
        : this((_, _) => address)
    {
    }

    /// <summary>The page that holds the form; null: the address itself.</summary>
    public Func<World, Side, string>? Page { get; init; }

    /// <summary>What is typed or chosen; the rest is sent as it stands in the form.</summary>
    public Func<World, Side, (string Name, string Value)[]> Typed { get; init; } = (_, _) => [];

    public Func<FormFile[]> Files { get; init; } = () => [];

    /// <summary>Null: 200 for reading, 302 for writing.</summary>
    public int? Answer { get; init; }

    /// <summary>Whether writing changes a row.</summary>
    public bool Changes { get; init; } = true;

    /// <summary>Null: whoever the table names.</summary>
    public Func<World, Side, PersonId?>? Owner { get; init; }

    /// <summary>What happens before; answers cookies that the owner then has.</summary>
    public Func<World, Side, Task<(string Name, string Value)[]>>? Before { get; init; }
}
