using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CoopMarket.Web.Features.Photos.Contract;

/// <summary>Answers 413 before a byte of a body is read that says it is too large; one that lies is cut off at the limit.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>The largest photo, 25 MB, and its form around it.</summary>
    public const long Bytes = 26 * 1024 * 1024;

    /// <summary>Before antiforgery, which reads the form.</summary>
    public int Order => 500;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > Bytes)
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Bytes;
    }
}
