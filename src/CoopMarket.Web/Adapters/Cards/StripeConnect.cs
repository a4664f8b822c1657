using System.Net;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using Stripe;

namespace CoopMarket.Web.Adapters.Cards;

/// <summary>
/// Stripe Connect: cooperatives' accounts at Stripe, transfers to them and what is taken back of these. Who she is and whereto Stripe pays
/// her she tells Stripe on its own pages. Nothing is tried again in here: whether to ask again is decided by who knows what hangs on it.
/// </summary>
internal sealed partial class StripeConnect(StripeDoor door, ILogger<StripeConnect> log)
{
    /// <summary>Under which name the cooperative's id goes with its account.</summary>
    public const string CooperativeName = "cooperative";

    /// <summary>Under which name the payout's id goes with its transfer.</summary>
    public const string PayoutName = "payout";

    /// <summary>Under which name the reversal's id goes with it.</summary>
    public const string ReversalName = "reversal";

    /// <summary>So long after a call Stripe surely knows what came of it.</summary>
    public static readonly TimeSpan SurelyKnown = CardAttempt.SurelyKnown;

    private const string CallName = "call";

    /// <summary>Asks for an account of a cooperative, which can only be transferred to and lives under the terms of a recipient.</summary>
    /// <param name="key">The key of the question: asked again under it, Stripe opens no second account.</param>
    public Task<ConnectAnswer> OpenAsync(CooperativeId cooperative, string key, CancellationToken cancellationToken) => MakeAsync($"an account for {cooperative}", async client =>
    {
        AccountCreateOptions options = new()
        {
            Type = "express",
            Country = "VN",
            Capabilities = new() { Transfers = new() { Requested = true } },
            TosAcceptance = new() { ServiceAgreement = "recipient" },
            Metadata = new() { [CooperativeName] = cooperative.ToString(), [CallName] = key },
        };
        return (await client.V1.Accounts.CreateAsync(options, new() { IdempotencyKey = key }, cancellationToken)).Id;
    }, cancellationToken);

    /// <summary>Looks for the account of a cooperative; null where Stripe knows of none.</summary>
    /// <param name="calledAt">When it was asked for, UTC.</param>
    /// <exception cref="CardsUnreachableException">Stripe gave no answer.</exception>
    public Task<string?> FindAccountAsync(CooperativeId cooperative, DateTimeOffset calledAt, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        AccountListOptions options = new() { Created = new DateRangeOptions { GreaterThanOrEqual = (calledAt - SurelyKnown).UtcDateTime }, Limit = 100 };
        await foreach (var account in client.V1.Accounts.ListAutoPagingAsync(options, null, cancellationToken))
            if (account.Metadata?.GetValueOrDefault(CooperativeName) == cooperative.ToString())
                return account.Id;
        return (string?)null;
    }, cancellationToken);

    /// <summary>How an account stands.</summary>
    /// <exception cref="CardsUnreachableException">Stripe gave no answer.</exception>
    public Task<AccountState> ReadAsync(string account, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        var read = await client.V1.Accounts.GetAsync(account, null, null, cancellationToken);
        return new AccountState(read.DetailsSubmitted, read.Capabilities?.Transfers == "active", read.PayoutsEnabled);
    }, cancellationToken);

    /// <summary>Asks for the page on which she tells Stripe about the cooperative; it opens once, and not for long.</summary>
    /// <param name="back">Where she comes back to.</param>
    /// <returns>Null where Stripe opened none.</returns>
    public async Task<Uri?> LinkAsync(string account, string back, CancellationToken cancellationToken)
    {
        try
        {
            AccountLinkCreateOptions options = new() { Account = account, RefreshUrl = back, ReturnUrl = back, Type = "account_onboarding" };
            var link = await door.Client().V1.AccountLinks.CreateAsync(options, null, cancellationToken);
            return Uri.TryCreate(link?.Url, UriKind.Absolute, out var page) ? page : null;
        }
        catch (Exception e) when (StripeDoor.IsSilence(e, cancellationToken))
        {
            Silent(account, e.GetType().Name);
            return null;
        }
    }

    /// <summary>Asks for a transfer.</summary>
    public Task<ConnectAnswer> TransferAsync(TransferOrder order, CancellationToken cancellationToken) => MakeAsync(order.Text, async client =>
    {
        TransferCreateOptions options = new()
        {
            // Đồng have no smaller unit: 100,000 ₫ is sent as 100000.
            Amount = order.Amount.Minor,
            Currency = order.Amount.Currency.ToString().ToLowerInvariant(),
            Destination = order.Destination,
            Description = order.Text,
            TransferGroup = order.Text,
            Metadata = new() { [PayoutName] = order.Payout.ToString() },
        };
        return (await client.V1.Transfers.CreateAsync(options, new() { IdempotencyKey = order.Payout.ToString() }, cancellationToken)).Id;
    }, cancellationToken);

    /// <summary>Looks for the transfer of a payout, whichever call made it; null where there is none.</summary>
    /// <param name="text">The payout's own.</param>
    /// <exception cref="CardsUnreachableException">Stripe gave no answer.</exception>
    public Task<string?> FindTransferAsync(PayoutId payout, string text, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        await foreach (var transfer in client.V1.Transfers.ListAutoPagingAsync(new() { TransferGroup = text, Limit = 100 }, null, cancellationToken))
            if (transfer.Metadata?.GetValueOrDefault(PayoutName) == payout.ToString())
                return transfer.Id;
        return (string?)null;
    }, cancellationToken);

    /// <summary>Asks to take something back of a transfer.</summary>
    public Task<ConnectAnswer> ReverseAsync(ReversalOrder order, CancellationToken cancellationToken) => MakeAsync(order.Transfer, async client =>
    {
        TransferReversalCreateOptions options = new() { Amount = order.Amount.Minor, Metadata = new() { [ReversalName] = order.Reversal.ToString() } };
        return (await client.V1.Transfers.Reversals.CreateAsync(order.Transfer, options, new() { IdempotencyKey = order.Reversal.ToString() }, cancellationToken)).Id;
    }, cancellationToken);

    /// <summary>All that was taken back of a transfer, by whomever.</summary>
    /// <exception cref="CardsUnreachableException">Stripe gave no answer.</exception>
    public Task<IReadOnlyList<SeenReversal>> ReversalsAsync(string transfer, CancellationToken cancellationToken) => door.AskAsync<IReadOnlyList<SeenReversal>>(async client =>
    {
        List<SeenReversal> seen = [];
        await foreach (var reversal in client.V1.Transfers.Reversals.ListAutoPagingAsync(transfer, new() { Limit = 100 }, null, cancellationToken))
            seen.Add(new(
                reversal.Id, Guid.TryParseExact(reversal.Metadata?.GetValueOrDefault(ReversalName), "D", out var id) ? TransferReversalId.From(id) : null, MoneyOf(reversal.Amount, reversal.Currency)));
        return seen;
    }, cancellationToken);

    private static Money? MoneyOf(long amount, string? currency) => Currencies.Find(currency) is { } known ? new Money(amount, known) : null;

    private async Task<ConnectAnswer> MakeAsync(string about, Func<StripeClient, Task<string?>> make, CancellationToken cancellationToken)
    {
        try
        {
            return await make(door.Client()) is { Length: > 0 } name ? new ConnectAnswer.Made(name) : new ConnectAnswer.Unknown();
        }
        catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.TooManyRequests)
        {
            return new ConnectAnswer.NotNow();
        }
        // A key that was used for something else says nothing about what came of its first use.
        catch (StripeException e) when (StripeDoor.IsNo(e.HttpStatusCode) && e.StripeError?.Type != "idempotency_error")
        {
            Refused(about, (int)e.HttpStatusCode, e.StripeError?.Code ?? "");
            return new ConnectAnswer.Refused(e.StripeError?.Code is { Length: > 0 } code ? code : $"{(int)e.HttpStatusCode}");
        }
        catch (Exception e) when (StripeDoor.IsSilence(e, cancellationToken))
        {
            Silent(about, e.GetType().Name);
            return new ConnectAnswer.Unknown();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Stripe refused {About}: {Status} {Reason}")]
    private partial void Refused(string about, int status, string reason);

    [LoggerMessage(LogLevel.Warning, "Stripe did not say what it did for {About}: {Fault}")]
    private partial void Silent(string about, string fault);
}
