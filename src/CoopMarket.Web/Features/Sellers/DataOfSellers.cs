using System.Runtime.CompilerServices;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The cooperative itself and who sits at its desk, for its copy. Papers of its application stay with whoever handed them in.</summary>
internal sealed class DataOfSellers(MarketReads reads, People people) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Cooperative, typeof(Cooperative), reads.Of<Cooperative>().Where(c => c.Id == cooperative).AsAsyncEnumerable(), ["name", "line", "about", "quote"],
            ("id", c => c.Id), ("slug", c => c.Slug), ("name", c => c.Name), ("legalName", c => c.LegalName), ("kind", c => c.Kind), ("state", c => c.State),
            ("taxCode", c => c.TaxCode), ("representative", c => c.Representative), ("province", c => c.Province), ("communeCode", c => c.CommuneCode),
            ("commune", c => c.Commune), ("village", c => c.Village), ("phone", c => c.Phone), ("bankBin", c => c.BankBin), ("bankAccount", c => c.BankAccount),
            ("bankAccountName", c => c.BankAccountName), ("bankSince", c => c.BankSince), ("makes", c => c.Makes), ("line", c => c.Line),
            ("about", c => c.About), ("quote", c => c.Quote), ("callsFirst", c => c.CallsFirst), ("approvedAt", c => c.ApprovedAt),
            ("closedAt", c => c.ClosedAt)),
        DataSheet.Of(
            DataKind.Members, typeof(Membership), MembersAsync(cooperative), [],
            ("name", m => m.Name), ("phone", m => m.Phone), ("role", m => m.Role), ("joinedAt", m => m.JoinedAt)),
        DataSheet.Of(
            DataKind.Invitations, typeof(Invitation), reads.Of<Invitation>().Where(i => i.Cooperative == cooperative).OrderBy(i => i.InvitedAt).AsAsyncEnumerable(), [],
            ("to", i => i.BoundTo), ("role", i => i.Role), ("invitedAt", i => i.InvitedAt), ("takenAt", i => i.TakenAt), ("withdrawnAt", i => i.WithdrawnAt)),
        DataSheet.Of(
            DataKind.Makers, typeof(Maker), reads.Of<Maker>().Where(m => m.Cooperative == cooperative).OrderBy(m => m.Id).AsAsyncEnumerable(), ["about"],
            ("id", m => m.Id), ("name", m => m.Name), ("village", m => m.Village), ("about", m => m.About), ("agreedAt", m => m.AgreedAt),
            ("leftAt", m => m.LeftAt)),
        DataSheet.Of(
            DataKind.ClosedDays, typeof(Closure), reads.Of<Closure>().Where(c => c.Cooperative == cooperative).OrderBy(c => c.From).AsAsyncEnumerable(), [],
            ("from", c => c.From), ("to", c => c.To)),
        DataSheet.Of(
            DataKind.Applications, typeof(SellerApplication), reads.Of<SellerApplication>().Where(a => a.Cooperative == cooperative).OrderBy(a => a.SavedAt).AsAsyncEnumerable(), [],
            ("id", a => a.Id), ("isChange", a => a.IsChange), ("state", a => a.State), ("savedAt", a => a.SavedAt), ("submittedAt", a => a.SubmittedAt),
            ("endedAt", a => a.EndedAt), ("answer", a => a.Answer), ("kind", a => a.Details.Kind), ("name", a => a.Details.Name),
            ("englishName", a => a.Details.EnglishName), ("legalName", a => a.Details.LegalName), ("taxCode", a => a.Details.TaxCode),
            ("representative", a => a.Details.Representative), ("phone", a => a.Details.Phone), ("bankBin", a => a.Details.BankBin),
            ("bankAccount", a => a.Details.BankAccount), ("bankAccountName", a => a.Details.BankAccountName), ("makes", a => a.Details.Makes),
            ("rulesVersion", a => a.Details.RulesVersion), ("papers", a => a.Details.Papers.Count)),
    ];

    // Accounts are another area's; at a desk sit few.
    private async IAsyncEnumerable<Member> MembersAsync(CooperativeId cooperative, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var seat in await reads.Of<Membership>().Where(m => m.Cooperative == cooperative).OrderBy(m => m.JoinedAt).ToListAsync(cancellationToken))
        {
            var reach = await people.ReachAsync(seat.Person, cancellationToken);
            yield return new(reach?.Name ?? "", reach?.Phone, seat.Role, seat.JoinedAt);
        }
    }

    private sealed record Member(string Name, string? Phone, MemberRole Role, DateTimeOffset JoinedAt);
}
