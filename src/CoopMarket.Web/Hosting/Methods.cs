using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Pages are read and sent, nothing else: every other method is answered 405, and so is sending to a page that takes nothing.
/// Razor Pages by themselves would show such a page without having asked for what it shows.
/// </summary>
internal sealed class Methods : IPageFilter
{
    private const string Read = "GET, HEAD";
    private const string ReadAndSend = "GET, HEAD, POST";

    /// <summary>Refuses methods that no page knows, before anything else is asked.</summary>
    public static IApplicationBuilder Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null || IsError(context)
            || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        context.Response.Headers.Allow = ReadAndSend;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    });

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null || context.HandlerInstance is ErrorModel)
            return;
        context.HttpContext.Response.Headers.Allow = Read;
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    // The page that says what went wrong is shown whatever was tried.
    private static bool IsError(HttpContext context)
        => context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
