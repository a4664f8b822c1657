using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Accounts.Contract;

/// <summary>
/// What an area keeps of persons, for who wants her account erased. Each area that keeps something says what of it is not over, and
/// forgets her. It works inside the caller's transaction, which holds her account (<see cref="People.HoldAsync"/>), and does not save.
/// </summary>
internal interface IKnowPersons
{
    /// <summary>What is not over; empty where nothing keeps her.</summary>
    Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Takes out what tells of her.</summary>
    /// <returns>What she was reached at there, mail addresses and phones: messages that name one are forgotten too.</returns>
    Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken);
}

/// <summary>Something that keeps an account from being erased.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The code of an order or complaint, or a cooperative's name in the reader's language; empty where there is none.</param>
/// <param name="Path">Where she brings it to its end, without the language's prefix.</param>
internal sealed record InTheWay(Unfinished Kind, string Name, string Path);

/// <summary>What may not be over.</summary>
internal enum Unfinished
{
    /// <summary>An order is under way, or can still be paid.</summary>
    Order,

    /// <summary>Something is on its way back, or waits for the cooperative's answer.</summary>
    Return,

    /// <summary>The market owes money back.</summary>
    Refund,

    /// <summary>The bank took money back that was to pay an order, or disputes it.</summary>
    Debt,

    /// <summary>A complaint waits for the market.</summary>
    Complaint,

    /// <summary>She alone manages a cooperative that is not done on the market.</summary>
    Desk,

    /// <summary>Her application waits for an answer.</summary>
    Application,

    /// <summary>She works for the market; another admin takes that off first.</summary>
    Office,
}
