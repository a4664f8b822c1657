using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Tells the market's admins that a lot was called back: an authority may ask them first.</summary>
internal sealed class OnLotRecalled(MarketDb db, Cooperatives cooperatives, ProductSheets products, People people, Circular circular) : IHandle<LotRecalled>
{
    public async Task HandleAsync(LotRecalled happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var lot = await db.Set<Lot>().AsNoTracking().FirstAsync(l => l.Id == happened.Lot, cancellationToken);
        if (await cooperatives.OneAsync(lot.Cooperative, cancellationToken) is not { } seller || await products.OneAsync(lot.Cooperative, lot.Product, cancellationToken) is not { } product)
            return;
        var admins = await people.AdminsAsync(cancellationToken);
        await circular.SendAsync(
            delivery, admins, "Lots/Emails/Recalled", admin => new RecallMail(admin.Name, seller.Name, product.Name, lot.Number, lot.Code, lot.RecallReason), cancellationToken);
    }
}

/// <summary>What the mail to an admin says.</summary>
/// <param name="Name">The admin's.</param>
/// <param name="Seller">The cooperative's.</param>
/// <param name="Product">Of what it is.</param>
/// <param name="Number">The lot's.</param>
/// <param name="Code">Behind which its page stands.</param>
/// <param name="Reason">As its cooperative wrote it to buyers.</param>
internal sealed record RecallMail(string Name, LocalizedText Seller, LocalizedText Product, string Number, string Code, string Reason);
