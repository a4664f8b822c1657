using CoopMarket.Domain.Shared;
using MediatR;

namespace CoopMarket.Web.Pipeline;

/// <summary>Changes something and answers how it went.</summary>
internal interface ICommand : ICommand<Outcome>;

/// <summary>Changes something and answers how it went, with a value when it is done.</summary>
internal interface ICommand<out TOutcome> : IRequest<TOutcome>;

/// <summary>Reads; answers a view, or null where there is nothing to see.</summary>
internal interface IQuery<out TView> : IRequest<TView>;

/// <summary>Not run in a transaction: it asks the outside, or saves by itself (Identity).</summary>
internal interface IUntransacted;

/// <summary>Opens an account, or changes what opens it: how it went is logged, done or not.</summary>
internal interface IEntrance : IForSomeone;

/// <summary>Who asks. Every request is exactly one of the kinds below.</summary>
internal interface IForSomeone
{
    Actor Actor { get; }
}

/// <summary>Anyone may ask, signed in or not.</summary>
internal interface IForAnyone : IForSomeone;

/// <summary>A signed-in person, for what is her own; the handler scopes by <see cref="Actor.Me"/>.</summary>
internal interface IForPerson : IForSomeone;

/// <summary>Whoever holds an order's secret or placed it while signed in.</summary>
internal interface IForGuestOf : IForSomeone
{
    /// <summary>The order's public code.</summary>
    string OrderCode { get; }

    /// <summary>The secret out of the reader's cookie; null if there is none.</summary>
    string? OrderSecret { get; }
}

/// <summary>A member of one cooperative with one of the allowed roles.</summary>
internal interface IForCooperative : IForSomeone
{
    CooperativeId Cooperative { get; }

    DeskRoles Allowed { get; }

    /// <summary>Whether she may also while the cooperative is suspended: what concerns its own defense and its own data.</summary>
    bool AlsoSuspended => false;
}

/// <summary>An admin of the market.</summary>
internal interface IForAdmin : IForSomeone;

/// <summary>A person's own deed that leaves a row in the record as one at a desk does, because it changes what is another's as well.</summary>
internal interface IAudited : IForSomeone;

/// <summary>Names what a command is about, for the audit row (a code or an id, never what was typed).</summary>
internal interface IAbout
{
    string About { get; }
}

/// <summary>What a member may do at a cooperative's desk.</summary>
[Flags]
internal enum DeskRoles
{
    None = 0,
    Manager = 1,
    Packer = 2,
    Storyteller = 4,

    /// <summary>Any member.</summary>
    Any = Manager | Packer | Storyteller,

    /// <summary>Who packs and ships.</summary>
    Packing = Manager | Packer,

    /// <summary>Who lists goods and tells stories.</summary>
    Telling = Manager | Storyteller,
}
