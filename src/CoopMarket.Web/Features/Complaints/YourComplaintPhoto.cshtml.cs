using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Gives a photo to whoever complained.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class YourComplaintPhotoModel : MarketPage
{
    public async Task<IActionResult> OnGetAsync(string code, string secret, PhotoId photo, bool small)
        => await SendAsync(new YourComplaintPhoto.Query(Actor, code, secret, photo, small)) is { } jpeg ? File(jpeg, "image/jpeg") : NotFound();
}
