using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Shows an admin a photo of a review that is hidden.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReviewPhotoModel : MarketPage
{
    public async Task<IActionResult> OnGetAsync(PhotoId photo)
        => await SendAsync(new ReviewPhoto.Query(Actor, photo)) is { } jpeg ? File(jpeg, "image/jpeg") : NotFound();
}
