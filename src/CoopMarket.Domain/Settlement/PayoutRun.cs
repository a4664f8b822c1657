using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>
/// Payouts that one admin drafts, a second one approves, and the bank is sent together. Once it is approved what it sends, and
/// where to, never changes: its file may be fetched again and again and stays the same.
/// </summary>
public sealed partial class PayoutRun : Entity
{
    /// <summary>No run is larger; more cooperatives are paid in a second one.</summary>
    public const int Most = 500;

    private readonly List<Payout> _payouts = [];

    private PayoutRun()
    {
    }

    public PayoutRunId Id { get; private init; }

    /// <summary>A public code as orders have; transfers name it.</summary>
    public string Code { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset DraftedAt { get; private init; }

    public PersonId DraftedBy { get; private init; }

    /// <summary>UTC; null while it is a draft.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Another person than who drafted it; null while it is a draft.</summary>
    public PersonId? ApprovedBy { get; private set; }

    public IReadOnlyList<Payout> Payouts => _payouts;

    /// <summary>What would be sent if it were approved now, or was.</summary>
    public IEnumerable<Payout> Kept => _payouts.Where(p => p.State != PayoutState.LeftOut);

    /// <summary>Whether it waits for a second admin.</summary>
    public bool IsDraft => ApprovedAt is null && Kept.Any();

    /// <summary>Drafts a payout of all that stands for each cooperative.</summary>
    /// <param name="dues">Those that can be paid, as <see cref="PayoutDue.Judge"/> says; 1 to <see cref="Most"/>.</param>
    /// <exception cref="ArgumentException">There are none or too many, or one has nothing to be sent.</exception>
    public static PayoutRun Draft(PayoutRunId id, PublicCode code, PersonId by, IReadOnlyList<(PayoutId Id, PayoutDue Due)> dues, DateTimeOffset now)
    {
        if (dues.Count is 0 or > Most || dues.Any(d => d.Due.Amount.Minor <= 0 || !d.Due.Account.IsThere))
            throw new ArgumentException($"{dues.Count} payouts can't be drafted.", nameof(dues));
        var run = new PayoutRun { Id = id, Code = code.Value, DraftedAt = now, DraftedBy = by };
        run._payouts.AddRange(dues.Select((d, i) => new Payout(d.Id, run, i + 1, d.Due)));
        return run;
    }

    /// <summary>SHA-256 over what would be sent and where to: what an admin saw, and what her approval binds to.</summary>
    public string Seal()
    {
        var text = new StringBuilder();
        foreach (var payout in Kept.OrderBy(p => p.Position))
            text.Append(CultureInfo.InvariantCulture, $"{payout.Text}:{payout.Amount.Minor}:{payout.Fees.Minor}:{payout.Bin}:{payout.AccountNumber}:{payout.AccountHolder.Length}:{payout.AccountHolder}{(payout.IsTransfer ? ":" + payout.Connected : "")}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A second admin lets it go to the bank. The caller books <see cref="EntryKind.Payout"/> for each that is kept.</summary>
    /// <param name="seal">Of what she saw.</param>
    /// <param name="dues">What stands now for the cooperatives in it.</param>
    public Outcome Approve(PersonId by, string seal, IReadOnlyDictionary<CooperativeId, PayoutDue> dues, DateTimeOffset now)
    {
        if (!IsDraft)
            return new PayoutAlreadyDecided();
        if (by == DraftedBy)
            return new NeedsSecondAdmin();
        if (seal != Seal())
            return new PayoutsChanged();
        if (Unfit(dues, now) is [var payout, ..])
            return new PayoutNoLongerFits(payout.Position);
        (ApprovedAt, ApprovedBy) = (now, by);
        foreach (var sent in Kept)
            sent.Send();
        return Outcome.Done;
    }

    /// <summary>Those that can't be sent as they were drafted, in their order: less is due since, or it would go elsewhere.</summary>
    /// <inheritdoc cref="Approve"/>
    public IReadOnlyList<Payout> Unfit(IReadOnlyDictionary<CooperativeId, PayoutDue> dues, DateTimeOffset now)
        => [.. Kept.Where(p => dues.GetValueOrDefault(p.Cooperative) is not { } due || !Fits(p, due, now)).OrderBy(p => p.Position)];

    /// <summary>Takes one out of a draft, or all.</summary>
    /// <param name="position">Null for all.</param>
    public Outcome LeaveOut(int? position, PersonId by, DateTimeOffset now)
    {
        var leaving = Kept.Where(p => position is null || p.Position == position).ToList();
        if (!IsDraft || leaving.Count == 0)
            return new PayoutAlreadyDecided();
        foreach (var payout in leaving)
            payout.End(PayoutState.LeftOut, by, now);
        return Outcome.Done;
    }

    /// <summary>The bank has paid one, or all that were still on their way. What a transfer came to, the gateway says.</summary>
    /// <param name="position">Null for all.</param>
    /// <param name="reference">The bank's.</param>
    /// <param name="by">Null where the bank's own line says so.</param>
    /// <param name="paid">Those that became paid now; the caller books <see cref="EntryKind.PayoutPaid"/> for each.</param>
    public Outcome RecordPaid(int? position, string reference, PersonId? by, DateTimeOffset now, out IReadOnlyList<Payout> paid)
    {
        paid = [.. _payouts.Where(p => p.State == PayoutState.OnTheWay && !p.IsTransfer && (position is null || p.Position == position))];
        if (paid.Count == 0)
            return new PayoutAlreadyDecided();
        foreach (var payout in paid)
        {
            payout.End(PayoutState.Paid, by, now, reference: reference);
            Raise(new PayoutPaid(payout.Id, Id, payout.Cooperative, payout.Amount, reference));
        }

        return Outcome.Done;
    }

    /// <summary>The bank has not paid one, or an admin calls a transfer off that nobody has asked for. The caller books <see cref="EntryKind.PayoutFailed"/>.</summary>
    public Outcome RecordFailed(int position, string reason, PersonId by, DateTimeOffset now)
    {
        if (_payouts.SingleOrDefault(p => p.Position == position) is not { State: PayoutState.OnTheWay } payout)
            return new PayoutAlreadyDecided();
        if (payout.IsAsked)
            return new TransferUnderWay();
        payout.End(PayoutState.Failed, by, now, reason: reason);
        Raise(new PayoutFailed(payout.Id, payout.Cooperative, payout.Amount, reason) { IsTransfer = payout.IsTransfer });
        return Outcome.Done;
    }

    /// <summary>One that the bank had paid came back. The caller books <see cref="EntryKind.PayoutReturned"/>.</summary>
    /// <returns>False where it is not paid, or came back already; nothing changes then.</returns>
    public bool TryReturn(int position, DateTimeOffset now)
    {
        if (_payouts.SingleOrDefault(p => p.Position == position) is not { State: PayoutState.Paid, IsTransfer: false } payout)
            return false;
        payout.Return(now);
        Raise(new PayoutFailed(payout.Id, payout.Cooperative, payout.Amount, ""));
        return true;
    }

    // The account is the one that the first admin saw, and old enough; what is payable only grows, but is looked at again.
    private static bool Fits(Payout payout, PayoutDue due, DateTimeOffset now)
        => (payout.IsTransfer ? due.Connected : due.Account) is { } account && payout.GoesTo(account) && now >= account.Since + PayoutDue.AccountWaits
            && !due.IsSuspended && due.Payable >= payout.Amount + payout.Fees && (payout.Fees.Minor < 0 ? due.FeesOwed <= payout.Fees : due.FeesOwed >= payout.Fees);
}
