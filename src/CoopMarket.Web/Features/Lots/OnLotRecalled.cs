using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>
/// Tells the market's admins that a lot was called back: an authority may ask them first. Where the market did it, its cooperative's managers
/// are told as well, also where they may not sell.
/// </summary>
internal sealed class OnLotRecalled(MarketDb db, Cooperatives cooperatives, ProductSheets products, MembersToTell members, People people, Circular circular) : IHandle<LotRecalled>
{
    public async Task HandleAsync(LotRecalled happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var lot = await db.Set<Lot>().AsNoTracking().FirstAsync(l => l.Id == happened.Lot, cancellationToken);
        if (await cooperatives.OneAsync(lot.Cooperative, cancellationToken) is not { } seller || await products.OneAsync(lot.Cooperative, lot.Product, cancellationToken) is not { } product)
            return;
        var readers = await people.AdminsAsync(cancellationToken);
        if (lot.RecalledBy is null)
            readers = [.. readers.Concat(await members.OfAsync(lot.Cooperative, DeskRoles.Manager, cancellationToken)).DistinctBy(r => r.Email)];
        await circular.SendAsync(
            delivery, readers, "Lots/Emails/Recalled", reader => new RecallMail(reader.Name, seller.Name, product.Name, lot.Number, lot.Code, lot.RecallReason), cancellationToken);
    }
}

/// <summary>What the mail to an admin or a manager says.</summary>
/// <param name="Name">Hers.</param>
/// <param name="Seller">The cooperative's.</param>
/// <param name="Product">Of what it is.</param>
/// <param name="Number">The lot's.</param>
/// <param name="Code">Behind which its page stands.</param>
/// <param name="Reason">As it is written to buyers.</param>
internal sealed record RecallMail(string Name, LocalizedText Seller, LocalizedText Product, string Number, string Code, string Reason);
